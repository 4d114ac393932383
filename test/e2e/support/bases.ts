import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBase, openEngine } from '#main/engine/index.ts'

/** A folder of its own for one test, gone when the test is. */
export async function withFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'kebu-e2e-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A base from the template, made without the app. */
export async function makeBase(path: string, { sample = true, lang = 'zh-CN' }: { sample?: boolean; lang?: 'zh-CN' | 'en' } = {}): Promise<string> {
  createBase(path)
  const engine = openEngine(path)
  const made = await engine.run('base.applyTemplate', { template: 'customerBook', lang, sample })
  await engine.close()
  if (!made.ok) throw new Error(made.failure.message.en)
  return path
}
