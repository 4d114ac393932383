import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireBaseLock, lockPathOf } from '#main/engine/store/baseLock.ts'

let folder: string
let base: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-lock-'))
  base = join(folder, '客户.kebu')
  writeFileSync(base, '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('one holder at a time within a process, and the file goes with the lock', () => {
  const lock = acquireBaseLock(base)
  expect(() => acquireBaseLock(base)).toThrow('in use')
  lock.release()
  expect(existsSync(lockPathOf(base))).toBe(false)
  acquireBaseLock(base).release()
})

test('another process is kept out, also after a refused attempt in our own', async () => {
  const lock = acquireBaseLock(base)
  expect(() => acquireBaseLock(base)).toThrow('in use')
  expect(await firstWord(holder())).toBe('refused')
  lock.release()
})

test('a lock taken by another process keeps us out until it is given back', async () => {
  const other = holder()
  expect(await firstWord(other)).toBe('taken')
  expect(() => acquireBaseLock(base)).toThrow('in use')
  other.stdin.write('release\n')
  await once(other, 'exit')
  const lock = acquireBaseLock(base)
  lock.release()
})

test('a killed process leaves nothing that locks', async () => {
  const other = holder()
  expect(await firstWord(other)).toBe('taken')
  other.kill('SIGKILL')
  await once(other, 'exit')
  const lock = acquireBaseLock(base)
  lock.release()
  expect(existsSync(lockPathOf(base))).toBe(false)
})

test('a thread that dies gives its lock back', async () => {
  const thread = new Worker(new URL('./holdBaseLock.ts', import.meta.url), { argv: [base], stdout: true, stdin: true })
  const said: unknown[] = await once(thread.stdout, 'data')
  expect(String(said[0]).trim()).toBe('taken')
  expect(() => acquireBaseLock(base)).toThrow('in use')
  await thread.terminate()
  acquireBaseLock(base).release()
})

test('a base reached through a linked folder is the same base', () => {
  const alias = join(folder, 'alias')
  symlinkSync(folder, alias, 'junction')
  const lock = acquireBaseLock(base)
  expect(() => acquireBaseLock(join(alias, '客户.kebu'))).toThrow('in use')
  lock.release()
})

function holder() {
  return spawn(process.execPath, [join(import.meta.dirname, 'holdBaseLock.ts'), base], { stdio: ['pipe', 'pipe', 'inherit'] })
}

async function firstWord(child: ReturnType<typeof holder>): Promise<string> {
  const chunks: unknown[] = await once(child.stdout, 'data')
  return String(chunks[0]).trim()
}
