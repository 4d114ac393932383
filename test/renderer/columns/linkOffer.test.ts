import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { canMatch, pickOf, wholeOffer } from '#renderer/features/columns/linkOffer.ts'

const own = { id: 1, uid: '', tableId: 1, name: '列', role: null, position: 1, description: '', required: false }
const link = (otherTableId: number): Column => ({
  ...own,
  type: 'link',
  settings: { linkId: 1, side: 'a', otherTableId, otherColumnId: 9, multiple: true },
})

test('limits are saved without pairs that are not whole, and not at all when nothing limits', () => {
  expect(pickOf(wholeOffer)).toBeNull()
  expect(pickOf({ ...wholeOffer, match: [{ otherColumnId: 3, ownColumnId: null }] })).toBeNull()
  const match = [
    { otherColumnId: 3, ownColumnId: 4 },
    { otherColumnId: null, ownColumnId: null },
  ]
  expect(pickOf({ viewId: 2, filter: null, match })).toEqual({ viewId: 2, filter: null, match: [{ otherColumnId: 3, ownColumnId: 4 }] })
})

test('columns match that hold the same kind of thing; links where they lead to the same table', () => {
  const shown = (column: Column) => column
  const text: Column = { ...own, type: 'text', settings: {} }
  const phone: Column = { ...own, type: 'phone', settings: {} }
  const checkbox: Column = { ...own, type: 'checkbox', settings: {} }
  expect(canMatch(link(2), link(2), shown)).toBe(true)
  expect(canMatch(link(2), link(3), shown)).toBe(false)
  expect(canMatch(link(2), text, shown)).toBe(false)
  expect(canMatch(text, phone, shown)).toBe(true)
  expect(canMatch(text, checkbox, shown)).toBe(false)
})
