import { expect, test } from 'vitest'
import type { ChangedEvent } from '#shared/contract/events.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { isTouched, readsOf } from '#renderer/client/reads.ts'

const event = (tables: Partial<ChangedEvent['tables'][number]>[], schema = false): ChangedEvent => ({
  tables: tables.map((table) => ({ tableId: 1, columnIds: [], rowIds: null, rowsChanged: false, rowCount: 0, ...table })),
  schema,
  history: { undo: null, redo: null },
})
const query: RowQuery = { filter: null, sorts: [], groups: [], search: '' }

test('a page is read again when its table is touched, and only then', () => {
  const reads = readsOf('rows.page', { tableId: 2, query, columnIds: [1], offset: 0, limit: 10 }, null)
  expect(reads !== null && isTouched(reads, event([{ tableId: 2 }]))).toBe(true)
  expect(reads !== null && isTouched(reads, event([{ tableId: 3 }]))).toBe(false)
  expect(reads !== null && isTouched(reads, event([], true))).toBe(false)
})

test('a row is read again when it is among those touched, or when they are too many to name', () => {
  const reads = readsOf('rows.get', { tableId: 1, rowId: 7 }, null)
  expect(reads !== null && isTouched(reads, event([{ rowIds: [6, 7] }]))).toBe(true)
  expect(reads !== null && isTouched(reads, event([{ rowIds: [6] }]))).toBe(false)
  expect(reads !== null && isTouched(reads, event([{ rowIds: null }]))).toBe(true)
})

test('counts of a class care for its column, and for rows that come and go', () => {
  const reads = { tables: [1], columnIds: [4] }
  expect(isTouched(reads, event([{ columnIds: [4] }]))).toBe(true)
  expect(isTouched(reads, event([{ columnIds: [5] }]))).toBe(false)
  expect(isTouched(reads, event([{ columnIds: [5], rowsChanged: true }]))).toBe(true)
})

test('the description follows the schema, the log follows everything, files follow nothing', () => {
  const describe = readsOf('base.describe', {}, null)
  expect(describe !== null && isTouched(describe, event([], true))).toBe(true)
  expect(describe !== null && isTouched(describe, event([{}]))).toBe(false)
  const log = readsOf('history.list', {}, null)
  expect(log !== null && isTouched(log, event([]))).toBe(true)
  expect(readsOf('import.inspect', { path: '/a.xlsx' }, null)).toBeNull()
  expect(readsOf('app.state', {}, null)).toBeNull()
})

test('a lane is read again for what came or went in it, for the cards it holds, and for nothing that happens in others', () => {
  const byLane = { ...query, groups: [{ columnId: 4, direction: 'ascending' as const }] }
  const reads = readsOf('rows.page', { tableId: 1, query: byLane, columnIds: [4, 5], within: '[2]', offset: 0, limit: 10 }, null)
  const answer = { total: 2, rowCount: 9, above: [], items: [{ kind: 'row', id: 7, number: 1, cells: [] }] }
  const isRead = (touched: Partial<ChangedEvent['tables'][number]>, from: unknown = answer) =>
    reads !== null && isTouched(reads, event([{ rowIds: [6], ...touched }]), from)
  expect(isRead({ columnIds: [4], values: { 4: [1, 2] } })).toBe(true)
  expect(isRead({ columnIds: [4], values: { 4: [1, 3] } })).toBe(false)
  expect(isRead({ columnIds: [4], values: { 4: [null] } })).toBe(false)
  expect(isRead({ columnIds: [4] })).toBe(true)
  expect(isRead({ columnIds: [4], values: { 4: [1, 3] }, rowIds: null })).toBe(true)
  expect(isRead({ rowsChanged: true, values: { 4: [2] } })).toBe(true)
  expect(isRead({ rowsChanged: true, values: { 4: [1] } })).toBe(false)
  expect(isRead({ columnIds: [5] })).toBe(false)
  expect(isRead({ columnIds: [5], rowIds: [6, 7] })).toBe(true)
  // Nothing is known of an answer that is not there, or is being read.
  expect(isRead({ columnIds: [5] }, null)).toBe(true)
  expect(isRead({ tableId: 2, columnIds: [5] })).toBe(false)
})

test('what lanes are filtered, sorted or searched by has all of them read again', () => {
  const groups = [{ columnId: 4, direction: 'ascending' as const }]
  const isRead = (asked: Partial<typeof query>) => {
    const reads = readsOf(
      'rows.page',
      { tableId: 1, query: { ...query, groups, ...asked }, columnIds: [4], within: '[2]', offset: 0, limit: 10 },
      null,
    )
    return reads !== null && isTouched(reads, event([{ rowIds: [6], columnIds: [8] }]), { items: [] })
  }
  expect(isRead({})).toBe(false)
  expect(isRead({ sorts: [{ columnId: 8, direction: 'ascending' }] })).toBe(true)
  expect(isRead({ filter: { kind: 'and', items: [{ kind: 'condition', columnId: 8, operator: 'isEmpty' }] } })).toBe(true)
  expect(isRead({ search: '上海' })).toBe(true)
})
