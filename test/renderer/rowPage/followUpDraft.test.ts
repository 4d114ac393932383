import { expect, test } from 'vitest'
import type { FollowUpColumns } from '#renderer/features/rowPage/followUpColumns.ts'
import { followUpColumns, missingFollowUpRoles } from '#renderer/features/rowPage/followUpColumns.ts'
import { insertOf, nextTimeOn, problemsOf, type FollowUpDraft } from '#renderer/features/rowPage/followUpDraft.ts'
import type { Column } from '#shared/model/column.ts'

const common = { uid: 'u', tableId: 2, position: 1, description: '', required: false }
const link = (id: number, tableId: number, role: string): Extract<Column, { type: 'link' }> => ({
  ...common,
  id,
  tableId,
  name: role,
  role,
  type: 'link',
  settings: { linkId: 1, side: 'a', otherTableId: 3 - tableId, otherColumnId: 9, multiple: true },
})
const columns: FollowUpColumns = {
  tableId: 2,
  followUps: link(10, 1, 'customer.followUps'),
  customer: link(20, 2, 'followUp.customer'),
  time: { ...common, id: 21, name: '跟进时间', role: 'followUp.time', type: 'dateTime', settings: {} },
  content: { ...common, id: 22, name: '跟进内容', role: 'followUp.content', type: 'longText', settings: {} },
  method: { ...common, id: 23, name: '跟进方式', role: 'followUp.method', type: 'singleSelect', settings: { options: [] } },
  result: null,
  nextTime: { ...common, id: 25, name: '下次跟进时间', role: 'followUp.nextTime', type: 'dateTime', settings: {} },
  nextContent: { ...common, id: 26, name: '下次跟进内容', role: 'followUp.nextContent', type: 'text', settings: {} },
  author: { ...common, id: 27, name: '跟进人', role: 'followUp.author', type: 'member', settings: {} },
}
const draft: FollowUpDraft = {
  time: '2026-11-22T14:30',
  methodId: 4,
  content: ' 谈了报价 ',
  resultId: null,
  nextTime: '2026-11-29T09:00',
  nextContent: '回访',
  authorId: 2,
}

test('a day is stored as the column of the next time wants it', () => {
  expect([nextTimeOn('2026-11-29', true), nextTimeOn('2026-11-29', false)]).toEqual(['2026-11-29T09:00', '2026-11-29'])
})

test('a complete draft has no problems, and each gap is named', () => {
  expect(problemsOf(draft, columns, true)).toEqual([])
  expect(problemsOf({ ...draft, time: '', content: '  ', authorId: null }, columns, true)).toEqual(['timeMissing', 'contentMissing', 'authorMissing'])
  expect(problemsOf({ ...draft, authorId: null }, columns, false)).toEqual([])
})

test('the next time may be later the same day, and never on a day before', () => {
  expect(problemsOf({ ...draft, nextTime: '2026-11-22' }, columns, true)).toEqual([])
  expect(problemsOf({ ...draft, nextTime: '2026-11-21T23:00' }, columns, true)).toEqual(['nextNotAfter'])
})

test('a follow-up is saved with its link to the customer, without what was left empty', () => {
  expect(insertOf({ ...draft, nextContent: '' }, columns, 7)).toEqual({
    tableId: 2,
    rows: [
      {
        cells: [
          { columnId: 21, value: '2026-11-22T14:30' },
          { columnId: 23, value: 4 },
          { columnId: 22, value: '谈了报价' },
          { columnId: 25, value: '2026-11-29T09:00' },
          { columnId: 27, value: 2 },
        ],
        links: [{ columnId: 20, rowIds: [7] }],
      },
    ],
    begun: true,
  })
})

test('the form is there for rows that have follow-ups, and for no others', () => {
  const all: Column[] = [columns.followUps, columns.customer, columns.time, columns.content]
  const base = (among: Column[]) => ({ columnByRole: (role: string) => among.find((column) => column.role === role) })
  expect(followUpColumns(base(all), 1)?.time.id).toBe(21)
  expect(followUpColumns(base(all), 3)).toBeNull()
  expect(followUpColumns(base(all.slice(0, 3)), 1)).toBeNull()
  expect(missingFollowUpRoles(base(all.slice(0, 3)))).toEqual(['followUp.content'])
})
