import { expect, test } from 'vitest'
import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import { rowInGroup } from '#renderer/features/grid/rowInGroup.ts'

const own = (id: number) => ({ id, uid: '', tableId: 1, name: `${id}`, role: null, position: id, description: '', required: false })
const columns = new Map<number, Column>([
  [1, { ...own(1), type: 'singleSelect', settings: { options: [] } }],
  [2, { ...own(2), type: 'date', settings: {} }],
  [3, { ...own(3), type: 'number', settings: { format: 'plain', decimals: 0, thousands: false, symbol: '' } }],
  [4, { ...own(4), type: 'link', settings: { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 9, multiple: false } }],
  [5, { ...own(5), type: 'createdTime', settings: {} }],
])
const member: RowDetail = {
  id: 8,
  uid: '',
  tableId: 1,
  title: '',
  cells: { 1: 3, 2: '2026-11-02', 3: 17, 4: '甲公司', 5: '2026-11-02T10:00:00' },
  links: { 4: [{ tableId: 2, id: 77, title: '甲公司' }] },
  locked: [],
  createdAt: '',
  updatedAt: '',
}
const direction = 'ascending' as const
const made = (heads: Parameters<typeof rowInGroup>[0], groups: Parameters<typeof rowInGroup>[1], today = '2026-11-26') =>
  rowInGroup(
    heads,
    groups,
    member,
    today,
    (id) => columns.get(id),
    ({ type }) => type !== 'createdTime',
  )

test('a row added in a group holds what its rows have in common', () => {
  const heads = [
    { depth: 0, columnId: 1, value: 3 },
    { depth: 1, columnId: 4, value: '甲公司' },
    { depth: 2, columnId: 3, value: 10 },
  ]
  const groups = [
    { columnId: 1, direction },
    { columnId: 4, direction },
    { columnId: 3, direction, step: 10 },
  ]
  expect(made(heads, groups)).toEqual({
    cells: [
      { columnId: 1, value: 3 },
      { columnId: 3, value: 10 },
    ],
    links: [{ columnId: 4, rowIds: [77] }],
  })
})

test('in a period it gets today where that lies in it, else the first day', () => {
  const month = [{ columnId: 2, direction, unit: 'month' as const }]
  expect(made([{ depth: 0, columnId: 2, value: '2026-11' }], month).cells).toEqual([{ columnId: 2, value: '2026-11-26' }])
  expect(made([{ depth: 0, columnId: 2, value: '2026-08' }], month).cells).toEqual([{ columnId: 2, value: '2026-08-01' }])
  const quarter = [{ columnId: 2, direction, unit: 'quarter' as const }]
  expect(made([{ depth: 0, columnId: 2, value: '2025-Q3' }], quarter).cells).toEqual([{ columnId: 2, value: '2025-07-01' }])
  const day = [{ columnId: 2, direction }]
  expect(made([{ depth: 0, columnId: 2, value: '2026-11-02' }], day).cells).toEqual([{ columnId: 2, value: '2026-11-02' }])
})

test('the empty group and what nobody types into give nothing', () => {
  expect(made([{ depth: 0, columnId: 1, value: null }], [{ columnId: 1, direction }])).toEqual({ cells: [], links: [] })
  expect(made([{ depth: 0, columnId: 5, value: '2026-11-02' }], [{ columnId: 5, direction }])).toEqual({ cells: [], links: [] })
})
