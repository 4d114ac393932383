import { expect, test } from 'vitest'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Table } from '#shared/model/table.ts'
import { shownSchemes } from '#renderer/features/schemes/shownSchemes.ts'

const table = (id: number): Table => ({ id, uid: `t${id}`, name: `T${id}`, role: null, position: id, primaryColumnId: 1 })
const scheme = (id: number, tableId: number): Scheme => ({
  id,
  uid: `s${id}`,
  code: '',
  name: `S${id}`,
  tableId,
  targetColumnId: id * 10,
  scope: null,
  rule: { kind: 'decisionTable', rows: [] },
  fallbackOptionId: null,
  enabled: true,
  playbook: [],
})
const tables = [table(1), table(2), table(3)]
const schemes = [scheme(1, 2), scheme(2, 2), scheme(3, 3)]
const base = {
  tables,
  table: (id: number) => tables.find((each) => each.id === id),
  scheme: (id: number) => schemes.find((each) => each.id === id),
  schemesOf: (id: number) => schemes.filter(({ tableId }) => tableId === id),
}

test('the scheme that was asked for, with its table', () => {
  expect(shownSchemes(base, { tableId: null, schemeId: 3 }, 2)).toMatchObject({ tableId: 3, scheme: { id: 3 } })
})

test('the table that was asked for, though it has no scheme', () => {
  expect(shownSchemes(base, { tableId: 1, schemeId: null }, 2)).toEqual({ tableId: 1, scheme: undefined })
})

test('without a wish: the table last looked at, or the first that has a scheme', () => {
  expect(shownSchemes(base, { tableId: null, schemeId: null }, 3)).toMatchObject({ tableId: 3, scheme: { id: 3 } })
  expect(shownSchemes(base, { tableId: null, schemeId: null }, 1)).toMatchObject({ tableId: 2, scheme: { id: 1 } })
})

test('a scheme that is gone', () => {
  expect(shownSchemes(base, { tableId: null, schemeId: 9 }, 3)).toMatchObject({ tableId: 3, scheme: { id: 3 } })
})
