import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBase, openEngine, type Engine, type EngineOptions } from '#main/engine/index.ts'

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty base, open; closed and removed with the test. */
export function temporaryBase(options: EngineOptions = {}): { engine: Engine; path: string } {
  const path = join(temporaryFolder(), 'test.kebu')
  createBase(path)
  const engine = openEngine(path, options)
  onTestFinished(() => engine.close().catch(() => undefined))
  return { engine, path }
}
