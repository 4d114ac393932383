import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** More than two portions, with a gap in the middle of the second. */
const count = 45_000
const gap = [30_000, 31_000] as const

async function manyRows() {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const number = valueOf(await engine.run('columns.create', { tableId, name: '数', type: 'number', settings: {} }))
  const rows = Array.from({ length: count }, (_, index) => ({ cells: [{ columnId: number.id, value: index }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.slice(...gap) }))
  const left = ids.map((id, index) => ({ id, index })).filter(({ index }) => index < gap[0] || index >= gap[1])
  return { engine, path, book, tableId, number, left }
}

/** A field of every row, as the file holds it. */
function fieldIn(path: string, tableId: number, field: string): unknown[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare(`select ${field} from t${tableId} order by id`).pluck().all()
  } finally {
    database.close()
  }
}

test('a formula of many rows, what follows it, and its errors are right in every portion', async () => {
  const { engine, path, tableId, left } = await manyRows()
  const formula = (name: string, source: string) =>
    engine.run('columns.create', { tableId, name, type: 'formula', settings: { source } }).then((answer) => valueOf(answer).id)
  const twice = await formula('两倍', '{数} * 2')
  const after = await formula('之后', '{两倍} + 1')
  const script = await formula('字', 'REGEXREPLACE("a" & {两倍}, "a", "b")')
  const linked = await formula('次', '{两倍} + COUNTLINKS({跟进记录})')
  const expected = (of: (index: number) => CellValue): CellValue[] => left.map(({ index }) => of(index))
  expect(fieldIn(path, tableId, `c${twice}`)).toEqual(expected((index) => index * 2))
  expect(fieldIn(path, tableId, `c${after}`)).toEqual(expected((index) => index * 2 + 1))
  expect(fieldIn(path, tableId, `c${script}`)).toEqual(expected((index) => `b${index * 2}`))
  expect(fieldIn(path, tableId, `c${linked}`)).toEqual(expected((index) => index * 2))
  const fields = [twice, after, script, linked].flatMap((id) => [`c${id}`, `e${id}`])
  const all = (): unknown[][] => fields.map((field) => fieldIn(path, tableId, field))
  const before = all()
  // Now every third row fails, and what reads it with it.
  valueOf(await engine.run('columns.update', { columnId: twice, settings: { source: '10 / MOD({数}, 3)' } }))
  const third = expected((index) => (index % 3 === 0 ? null : 10 / (index % 3)))
  expect(fieldIn(path, tableId, `c${twice}`)).toEqual(third)
  expect(fieldIn(path, tableId, `c${after}`)).toEqual(third.map((value) => (typeof value === 'number' ? value + 1 : null)))
  expect(fieldIn(path, tableId, `c${linked}`)).toEqual(third)
  const failures = third.map((value) => (value === null ? errorCodes.divisionByZero : null))
  for (const columnId of [twice, after, linked]) expect(fieldIn(path, tableId, `e${columnId}`)).toEqual(failures)
  valueOf(await engine.run('history.undo', {}))
  expect(all()).toEqual(before)
})

test('where few of many rows change, the event names them', async () => {
  const { engine, path, tableId, left } = await manyRows()
  const source = (limit: number): string => `IF({数} < ${limit}, 1, 0)`
  const formula = valueOf(await engine.run('columns.create', { tableId, name: '小', type: 'formula', settings: { source: source(20) } }))
  const named: (readonly number[] | null)[] = []
  engine.onChanged(({ tables }) => {
    for (const table of tables) if (table.columnIds.includes(formula.id)) named.push(table.rowIds)
  })
  valueOf(await engine.run('columns.update', { columnId: formula.id, settings: { source: source(23) } }))
  expect(named[0]).toEqual(left.slice(20, 23).map(({ id }) => id))
  // Most rows of the first portion change, and none of the others.
  valueOf(await engine.run('columns.update', { columnId: formula.id, settings: { source: source(19_000) } }))
  expect(named.at(-1)).toBe(null)
  expect(fieldIn(path, tableId, `c${formula.id}`).filter((value) => value === 1)).toHaveLength(19_000)
})
