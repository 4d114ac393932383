import { expect, test } from 'vitest'
import { toggledGroups } from '#renderer/features/grid/groupEdit.ts'

test('a column adds a level inside the groups there are, and takes its own away again', () => {
  const byStatus = { columnId: 1, direction: 'descending', order: { by: 'count' } } as const
  const both = toggledGroups([byStatus], 2)
  expect(both).toEqual([byStatus, { columnId: 2, direction: 'ascending' }])
  expect(toggledGroups(both, 2)).toEqual([byStatus])
  expect(toggledGroups(both, 1)).toEqual([{ columnId: 2, direction: 'ascending' }])
})
