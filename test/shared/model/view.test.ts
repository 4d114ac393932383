import { expect, test } from 'vitest'
import { viewSchema } from '#shared/model/view.ts'

/** As the first version wrote it. */
const old = {
  id: 3,
  uid: 'a',
  tableId: 1,
  name: '按状态',
  role: 'customer.byStatus',
  position: 2,
  settings: {
    filter: null,
    sorts: [{ columnId: 2, direction: 'descending' }],
    groups: [{ columnId: 4, direction: 'ascending' }],
    columns: [{ columnId: 4, width: 120, hidden: false }],
    frozenColumns: 1,
    rowHeight: 'middle',
    chart: null,
  },
}

test('a view stored before views had feet, colours, owners, locks and lanes reads as it was, a grid, and nothing new is set', () => {
  expect(viewSchema.parse(JSON.parse(JSON.stringify(old)))).toEqual({
    ...old,
    description: '',
    ownerId: null,
    locked: false,
    settings: { ...old.settings, layout: { kind: 'grid' }, footer: [], colors: [] },
  })
})
