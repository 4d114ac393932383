import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { arrangeColumns, defaultWidth, viewColumnsOf, withHidden, withMoved } from '#renderer/grid/viewColumns.ts'

const text = (id: number): Column => ({
  id,
  uid: `c${id}`,
  tableId: 1,
  name: `列${id}`,
  role: null,
  position: id,
  description: '',
  required: false,
  type: 'text',
  settings: {},
})
const columns = [text(1), text(2), text(3), text(4)]
const settings = {
  ...emptyViewSettings,
  frozenColumns: 1,
  columns: [
    { columnId: 3, width: 90, hidden: false },
    { columnId: 99, width: 90, hidden: false },
    { columnId: 1, width: 210, hidden: true },
  ],
}

test('a view shows the columns it names in its order, then the others; those that are gone are left out', () => {
  const arranged = arrangeColumns(columns, settings)
  expect(arranged.map(({ column }) => column.id)).toEqual([3, 1, 2, 4])
  expect(arranged.map(({ width }) => width)).toEqual([90, 210, defaultWidth('text'), defaultWidth('text')])
})

test('frozen columns are the first that are seen', () => {
  const arranged = arrangeColumns(columns, { ...settings, frozenColumns: 2 })
  expect(arranged.filter(({ frozen }) => frozen).map(({ column }) => column.id)).toEqual([3, 2])
})

test('what a view keeps arranges the columns as they were', () => {
  const arranged = arrangeColumns(columns, settings)
  expect(arrangeColumns(columns, { ...settings, columns: viewColumnsOf(arranged) })).toEqual(arranged)
})

test('hiding and moving change nothing else', () => {
  const arranged = arrangeColumns(columns, settings)
  expect(
    withHidden(arranged, 2, true)
      .filter(({ hidden }) => hidden)
      .map(({ columnId }) => columnId),
  ).toEqual([1, 2])
  expect(withMoved(arranged, 4, 3).map(({ columnId }) => columnId)).toEqual([4, 3, 1, 2])
  expect(withMoved(arranged, 3, 2).map(({ columnId }) => columnId)).toEqual([1, 2, 3, 4])
})
