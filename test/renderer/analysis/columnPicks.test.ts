import { expect, test } from 'vitest'
import { schemaOf } from '#renderer/client/schema.ts'
import { fitting, isNumber, isOneGroup, keptPicks, picksIn, picksNow, tablesFor, type Wanted } from '#renderer/features/analysis/columnPicks.ts'
import type { Column } from '#shared/model/column.ts'
import type { Table } from '#shared/model/table.ts'

const table = (id: number, role: string | null): Table => ({ id, uid: 'u', name: `表 ${id}`, role, position: id, primaryColumnId: null })
const common = { uid: 'u', description: '', required: false }
const number = (id: number, tableId: number, role: string | null = null): Column => ({
  ...common,
  id,
  tableId,
  role,
  position: id,
  name: `数 ${id}`,
  type: 'number',
  settings: { format: 'plain', decimals: 0, thousands: true, symbol: '' },
})
const select = (id: number, tableId: number): Column => ({
  ...common,
  id,
  tableId,
  role: null,
  position: id,
  name: `选 ${id}`,
  type: 'singleSelect',
  settings: { options: [] },
})

const schemaWith = (columns: Column[]) =>
  schemaOf({ readOnly: false, tables: [table(1, 'order'), table(2, 'customer'), table(3, null)], columns, schemes: [], members: [] })
const schema = schemaWith([number(10, 1), number(11, 1), number(20, 2), number(21, 2, 'customer.amountAll'), select(22, 2), number(30, 3)])

const two: readonly Wanted[] = [
  { fits: isNumber, first: [] },
  { fits: isNumber, first: ['customer.amountAll'] },
]

test('only tables with a column of its own for each that is wanted', () => {
  expect(tablesFor(schema, two)).toEqual([1, 2])
  expect(tablesFor(schema, [...two, { fits: isOneGroup, first: [] }])).toEqual([2])
  expect(picksIn(schema, 3, two)).toBeNull()
})

test('customers come first, preferred columns before others, and no column twice', () => {
  expect(picksNow(schema, two, null)).toEqual({ tableId: 2, columnIds: [20, 21] })
  expect(picksIn(schema, 1, two)).toEqual({ tableId: 1, columnIds: [10, 11] })
  expect(fitting(schema, 2, { fits: isOneGroup, first: [] }).map(({ id }) => id)).toEqual([22])
})

test('what was chosen stays while it is there, even one column for both; else it begins anew', () => {
  expect(picksNow(schema, two, { tableId: 1, columnIds: [11, 11] })).toEqual({ tableId: 1, columnIds: [11, 11] })
  const without = schemaWith([number(10, 1), number(12, 1), number(20, 2), number(21, 2)])
  expect(picksNow(without, two, { tableId: 1, columnIds: [11, 10] })).toEqual({ tableId: 1, columnIds: [10, 12] })
  expect(picksNow(schemaWith([]), two, null)).toBeNull()
})

test('what was chosen in a table is found again when it is looked at again', () => {
  const byTable = { 1: [11, 10], 2: [20, 21] }
  expect(picksNow(schema, two, keptPicks({ tableId: 1, byTable }))).toEqual({ tableId: 1, columnIds: [11, 10] })
  expect(picksNow(schema, two, keptPicks({ tableId: 2, byTable }))).toEqual({ tableId: 2, columnIds: [20, 21] })
  expect(keptPicks({ tableId: 3, byTable })).toBeNull()
  expect(keptPicks({ tableId: null, byTable })).toBeNull()
})
