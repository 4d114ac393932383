import { expect, test } from 'vitest'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { isTouched, readsOf } from '#renderer/client/reads.ts'

const event = (tables: Partial<ChangedEvent['tables'][number]>[], schema = false): ChangedEvent => ({
  tables: tables.map((table) => ({ tableId: 1, columnIds: [], rowIds: null, rowsChanged: false, rowCount: 0, ...table })),
  schema,
  history: { undo: null, redo: null },
})
const query = { filter: null, sorts: [], groups: [], search: '' }

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
