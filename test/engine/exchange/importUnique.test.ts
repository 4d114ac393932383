import { expect, test } from 'vitest'
import type { Cell } from '../../fixtures/make/workbook.ts'
import { contentOf } from '../support/contentOf.ts'
import { valueOf } from '../support/valueOf.ts'
import { bookWithCustomers, planFor, to } from './support/plans.ts'

/** A book whose customers cannot have a name twice. */
async function uniqueBook() {
  const made = await bookWithCustomers()
  const { engine, book } = made
  valueOf(await engine.run('rows.mergeDuplicates', { tableId: book.customers.id, columnIds: [book.name.id], keep: 'oldest' }))
  valueOf(await engine.run('tables.addUnique', { tableId: book.customers.id, columnIds: [book.name.id] }))
  return made
}

const rows: Cell[][] = [
  ['客户名称', '状态'],
  ['上海博远', '新建'],
  ['广州天成', '新建'],
  [' 广州 天成', '洽谈中'],
  [null, '新建'],
  [null, '新建'],
]

test('rows that are there already, or twice in the file, are rejected with their reason; the preview says the same', async () => {
  const { engine, path, book, customers } = await uniqueBook()
  const plan = planFor([{ name: '客户', rows }], [{ table: { tableId: book.customers.id }, targets: [to(book.name.id), to(book.status.id)] }])
  const before = contentOf(path)
  const expected = [
    [2, '客户名称', '上海博远', 'notUnique'],
    [4, '客户名称', ' 广州 天成', 'notUnique'],
  ]
  const told = ({ rejections }: { rejections: { row: number; column: string | null; value: string; reason: string }[] }) =>
    rejections.map(({ row, column, value, reason }) => [row, column, value, reason])
  expect(told(valueOf(await engine.run('import.preview', plan)))).toEqual(expected)
  expect(contentOf(path)).toEqual(before)
  const result = valueOf(await engine.run('import.run', plan))
  expect(told(result)).toEqual(expected)
  expect(result.sheets[0]).toMatchObject({ added: 3, rejected: 2 })
  expect((await customers()).map(([name]) => name)).toEqual(['上海博远', '北京华盛', '双胞胎', '广州天成', null, null])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('a row that only updates itself is no duplicate of itself', async () => {
  const { engine, book } = await uniqueBook()
  const plan = planFor(
    [{ name: '客户', rows: rows.slice(0, 3) }],
    [{ table: { tableId: book.customers.id }, mode: 'addOrUpdate', matchIndexes: [0], targets: [to(book.name.id), to(book.status.id)] }],
  )
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 1, unchanged: 1, rejected: 0 })
})
