import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createBase, openEngine } from '#main/engine/index.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { ErrorCode } from '#shared/contract/error.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The code an attempt fails with. */
function codeOf(attempt: () => unknown): ErrorCode | 'none' {
  try {
    attempt()
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.error.code
    throw error
  }
}

async function closedBase(): Promise<string> {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const rows = Array.from({ length: 2000 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `客户${index}` }] }))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows }))
  await engine.close()
  return path
}

test('a file that is not there is named so', () => {
  expect(codeOf(() => openEngine(join(temporaryFolder(), '没有.kebu')))).toBe('base.notFound')
})

test.each([
  ['empty', ''],
  ['text', 'just some text, longer than a hundred bytes '.repeat(5)],
])('a file that is no base (%s) is refused and left as it is', (_, content) => {
  const path = join(temporaryFolder(), 'x.kebu')
  writeFileSync(path, content)
  expect(codeOf(() => openEngine(path))).toBe('base.notABase')
  expect(readFileSync(path, 'utf8')).toBe(content)
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test("another program's SQLite file is refused and left as it is", () => {
  const path = join(temporaryFolder(), 'x.kebu')
  const foreign = new Database(path)
  foreign.exec('create table notes (text)')
  foreign.close()
  const before = hashOf(path)
  expect(codeOf(() => openEngine(path))).toBe('base.notABase')
  expect(hashOf(path)).toBe(before)
})

test('a base of a newer program is refused and left as it is', async () => {
  const path = await closedBase()
  const newer = new Database(path)
  newer.pragma('user_version = 999')
  newer.close()
  const before = hashOf(path)
  expect(codeOf(() => openEngine(path))).toBe('base.newer')
  expect(hashOf(path)).toBe(before)
})

test('a base cut short is called damaged and left as it is', async () => {
  const path = await closedBase()
  truncateSync(path, 8192)
  const before = hashOf(path)
  expect(codeOf(() => openEngine(path))).toBe('base.damaged')
  expect(hashOf(path)).toBe(before)
})

test('damage inside the file is an error of the operation that meets it, and the rest keeps working', async () => {
  const path = await closedBase()
  const bytes = readFileSync(path)
  // Everything but the first pages, which hold the description of the base.
  bytes.fill(0xee, 24 * 4096)
  writeFileSync(path, bytes)
  const code = codeOf(() => {
    const engine = openEngine(path, { readOnly: true })
    void engine.close()
  })
  if (code !== 'none') {
    expect(code).toBe('base.damaged')
    return
  }
  const engine = openEngine(path, { readOnly: true })
  const answers = await Promise.all([1, 2].map((tableId) => engine.run('rows.find', { tableIds: [tableId], text: '客户' })))
  expect(answers.some((answer) => !answer.ok && answer.failure.code === 'base.damaged')).toBe(true)
  await engine.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('a base marked read-only opens read-only, and only so', async () => {
  const path = await closedBase()
  chmodSync(path, 0o444)
  expect(codeOf(() => openEngine(path))).toBe('base.fileReadOnly')
  const engine = openEngine(path, { readOnly: true })
  const description = valueOf(await engine.run('base.describe', {}))
  expect(description.readOnly).toBe(true)
  const write = await engine.run('tables.create', { name: '新表' })
  expect(write.ok ? 'written' : write.failure.code).toBe('base.readOnly')
  await engine.close()
})

test('the same base cannot be opened for writing twice', async () => {
  const { engine, path } = temporaryBase()
  expect(codeOf(() => openEngine(path))).toBe('base.inUse')
  const reader = openEngine(path, { readOnly: true })
  expect(valueOf(await reader.run('base.describe', {})).tables).toEqual([])
  await reader.close()
  await engine.close()
  expect(codeOf(() => void openEngine(path).close())).toBe('none')
})

test('a new base never takes the place of a file', () => {
  const path = join(temporaryFolder(), 'x.kebu')
  writeFileSync(path, 'mine')
  expect(codeOf(() => createBase(path))).toBe('base.exists')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('closing leaves one clean file', async () => {
  const path = await closedBase()
  for (const rest of ['-wal', '-shm', '-journal', '.lock']) expect(existsSync(path + rest)).toBe(false)
})

test('a full disk undoes the write that met it and nothing else', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  await engine.close()
  // SQLite meets its page limit exactly as it meets a full disk: SQLITE_FULL.
  const full = openEngine(path, { maxPages: 80 })
  const many = Array.from({ length: 5000 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `客户${index}`.repeat(20) }] }))
  const answer = await full.run('rows.insert', { tableId: book.customers.id, rows: many })
  expect(answer.ok ? 'written' : answer.failure.code).toBe('base.diskFull')
  expect(valueOf(await full.run('base.describe', {})).rowCounts[book.customers.id]).toBe(0)
  valueOf(await full.run('rows.insert', { tableId: book.customers.id, rows: many.slice(0, 1) }))
  await full.close()
})
