import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** The last version of the file's first page in a log (https://sqlite.org/fileformat.html, section 4). */
function firstPageIn(log: Buffer): Buffer {
  const pageSize = log.readUInt32BE(8)
  let page: Buffer = Buffer.alloc(0)
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    if (log.readUInt32BE(at) === 1) page = log.subarray(at + 24, at + 24 + pageSize)
  }
  return page
}

test('a program killed while the log was folded into the file loses nothing', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const rows = Array.from({ length: 3000 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `第 ${index} 位客户` }] }))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows }))
  const copy = join(temporaryFolder(), 'killed.kebu')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  // The header already counts the pages that have not been copied yet.
  const file = openSync(copy, 'r+')
  writeSync(file, firstPageIn(readFileSync(`${copy}-wal`)), 0, undefined, 0)
  closeSync(file)
  const reopened = openEngine(copy)
  expect(valueOf(await reopened.run('base.describe', {})).rowCounts[book.customers.id]).toBe(3000)
  await reopened.close()
})

test('a writer closes beside a reader, and the reader goes on', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const reader = openEngine(path, { readOnly: true })
  valueOf(await reader.run('base.describe', {}))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [] }] }))
  await engine.close()
  expect(valueOf(await reader.run('rows.find', { tableIds: [book.customers.id], text: '' }))).toHaveLength(1)
  await reader.close()
  const again = openEngine(path)
  expect(valueOf(await again.run('base.describe', {})).rowCounts[book.customers.id]).toBe(1)
  await again.close()
})
