import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import { columnOf } from './columnOf.ts'

const amount = columnOf('number', { format: 'currency', decimals: 0, thousands: true, symbol: '￥' }, 1)
const day = columnOf('date', {}, 2)
const status = columnOf('singleSelect', { options: [{ id: 7, name: '已成交', color: 'green' }] }, 3)
const created = columnOf('createdTime', {}, 4)
const one = columnOf('link', { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 6, multiple: false }, 5)
const many = columnOf('link', { linkId: 1, side: 'b', otherTableId: 1, otherColumnId: 5, multiple: true }, 6)
const rollup = (fn: string, targetColumnId: number | null, id = 20) =>
  columnOf('rollup', { linkColumnId: 6, targetColumnId, function: fn, orderColumnId: 2, filter: null }, id)
const lookup = (linkColumnId: number, targetColumnId: number, id = 21) => columnOf('lookup', { linkColumnId, targetColumnId }, id)

const columns: Column[] = [amount, day, status, created, one, many, rollup('latest', 3, 30), lookup(5, 30, 31), lookup(5, 33, 32), lookup(5, 32, 33)]
const byId = new Map(columns.map((column) => [column.id, column]))
const context = { lang: 'zh-CN', members: [] } as const

test('a count is a whole number, a sum has the form of what it sums, an average shows fractions', () => {
  expect(formatCell(displayColumn(rollup('count', null), byId), 1284, context)).toBe('1,284')
  expect(formatCell(displayColumn(rollup('sum', 1), byId), 1284.4, context)).toBe('￥1,284')
  expect(formatCell(displayColumn(rollup('average', 1), byId), 1284.456, context)).toBe('￥1,284.46')
})

test('the greatest, the least and the latest are shown as the column they read', () => {
  expect(displayColumn(rollup('max', 2), byId).type).toBe('date')
  expect(formatCell(displayColumn(rollup('latest', 3), byId), 7, context)).toBe('已成交')
  expect(displayColumn(rollup('max', 4), byId).type).toBe('dateTime')
})

test('a lookup of one row is what it reads, of several it is text', () => {
  expect(formatCell(displayColumn(lookup(5, 3), byId), 7, context)).toBe('已成交')
  expect(resultTypeOf(lookup(5, 1), byId)).toBe('number')
  expect(resultTypeOf(lookup(6, 1), byId)).toBe('text')
})

test('a lookup of a rollup goes through to the end, and a circle or a gap ends as text', () => {
  expect(displayColumn(lookup(5, 30), byId)).toMatchObject({ id: 21, type: 'singleSelect', name: 'lookup' })
  expect(resultTypeOf(lookup(5, 31), byId)).toBe('singleSelect')
  expect([resultTypeOf(lookup(5, 32), byId), resultTypeOf(lookup(5, 99), byId), resultTypeOf(lookup(99, 1), byId)]).toEqual(['text', 'text', 'text'])
})

test('an ordinary column is itself', () => {
  expect(displayColumn(status, byId)).toBe(status)
  expect(columns.slice(0, 6).map((column) => resultTypeOf(column, byId))).toEqual(['number', 'date', 'singleSelect', 'dateTime', 'text', 'text'])
})
