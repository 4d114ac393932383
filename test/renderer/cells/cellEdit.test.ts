import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { emptiesRequired } from '#renderer/cells/cellEdit.ts'

const column: Column = {
  id: 1,
  uid: 'u',
  tableId: 1,
  name: '名称',
  role: null,
  position: 1,
  description: '',
  required: true,
  type: 'text',
  settings: {},
}

test('an edit that leaves a required cell empty is told from others', () => {
  const empties = (value: string | null, required = true) => emptiesRequired({ ...column, required }, { kind: 'value', value })
  expect([empties(null), empties(''), empties('甲'), empties(null, false)]).toEqual([true, true, false, false])
  expect(emptiesRequired(column, { kind: 'links', rowIds: [], seen: [] })).toBe(true)
  expect(emptiesRequired(column, { kind: 'links', rowIds: [7], seen: [] })).toBe(false)
  expect(emptiesRequired(column, null)).toBe(false)
})
