import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { placedBefore } from '#renderer/features/columns/placeInView.ts'
import { customerColumns } from '../importWizard/sampleFile.ts'

const added = {
  id: 99,
  uid: '',
  tableId: 1,
  name: '开户行',
  role: null,
  position: 9,
  description: '',
  required: false,
  type: 'text' as const,
  settings: {},
}
const settings = {
  ...emptyViewSettings,
  columns: [
    { columnId: 13, width: 200, hidden: false },
    { columnId: 11, width: 100, hidden: true },
  ],
}
const ids = (before: number) => placedBefore(added, before, [...customerColumns, added], settings).map((column) => column.columnId)

test('a new column stands before the one it was asked for, in the order of the view', () => {
  expect(ids(11)).toEqual([13, 99, 11, 10, 12, 14, 15])
  expect(ids(13)).toEqual([99, 13, 11, 10, 12, 14, 15])
})

test('before a column that is gone, it stands last', () => {
  expect(ids(77).at(-1)).toBe(99)
})
