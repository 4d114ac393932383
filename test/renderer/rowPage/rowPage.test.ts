import { expect, test } from 'vitest'
import { authorOf } from '#renderer/features/rowPage/author.ts'
import { keepDraft, keptDraft } from '#renderer/features/rowPage/draftKeeper.ts'
import { briefColumns, fieldGroups } from '#renderer/features/rowPage/fieldGroups.ts'
import { nextStepState, shortTime } from '#renderer/features/rowPage/nextStep.ts'
import type { FollowUpDraft } from '#renderer/features/rowPage/followUpDraft.ts'
import type { Column } from '#shared/model/column.ts'

test('how near the next step is', () => {
  const states = [null, '2026-11-05T14:00', '2026-11-22T09:00', '2026-11-23', '2026-12-02'].map((time) => nextStepState(time, '2026-11-22'))
  expect(states).toEqual([{ kind: 'none' }, { kind: 'overdue', days: 17 }, { kind: 'today' }, { kind: 'tomorrow' }, { kind: 'later', days: 10 }])
})

test('a time of this year is said without the year', () => {
  expect([shortTime('2026-11-20T14:30', '2026-11-22'), shortTime('2025-11-20T14:30', '2026-11-22'), shortTime('2026-11-20', '2026-11-22')]).toEqual([
    '11-20 14:30',
    '2025-11-20 14:30',
    '11-20',
  ])
})

const common = { uid: 'u', tableId: 1, position: 1, description: '', required: false, role: null }
const columns: Column[] = [
  { ...common, id: 1, name: '客户名称', type: 'text', settings: {} },
  { ...common, id: 2, name: '客户等级', type: 'singleSelect', settings: { options: [] } },
  { ...common, id: 3, name: '主电话', type: 'phone', settings: {} },
  { ...common, id: 4, name: '订单', type: 'link', settings: { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 9, multiple: true } },
  {
    ...common,
    id: 5,
    name: '订单数',
    type: 'rollup',
    settings: { linkColumnId: 4, targetColumnId: null, function: 'count', orderColumnId: null, filter: null },
  },
  { ...common, id: 6, name: '创建时间', type: 'createdTime', settings: {} },
  { ...common, id: 7, name: '联系', type: 'button', settings: { label: '', color: 'blue', actions: [], condition: null, confirm: '' } },
]
const ids = (some: readonly Column[]) => some.map(({ id }) => id)

test('each column has one place on the page: title, chips, fields, links, buttons or what is computed', () => {
  const groups = fieldGroups(columns, 1, (id) => id === 2, new Set())
  expect([ids(groups.own), ids(groups.links), ids(groups.computed), ids(groups.buttons)]).toEqual([[3], [4], [5], [7]])
})

test('what came along with a scheme stands folded, until the first view shows it', () => {
  const brought: Column[] = columns.map((column) => (column.id === 5 ? { ...column, role: 'customer.orderDays' } : column))
  const split = (hidden: ReadonlySet<number>) => {
    const groups = fieldGroups(brought, 1, () => false, hidden)
    return [ids(groups.computed), ids(groups.brought)]
  }
  expect(split(new Set([5]))).toEqual([[], [5]])
  expect(split(new Set())).toEqual([[5], []])
})

test('a linked row is told in at most three short values, never by the link back', () => {
  const many: Column[] = [11, 12, 13, 14].map((id) => ({ ...common, id, name: '日期', type: 'date', settings: {} }))
  expect(ids(briefColumns([...columns, ...many], 1, 4))).toEqual([2, 3, 11])
})

test('a follow-up is by who sits at the keyboard, else by who wrote last, else by the only member', () => {
  const member = (id: number, active = true) => ({ id, uid: String(id), name: String(id), color: 'blue', active })
  expect(authorOf([member(1), member(2)], [2, 1])).toBe(2)
  expect(authorOf([member(1), member(2, false)], [2, 1])).toBe(1)
  expect(authorOf([member(1), member(2)], [null, null])).toBeNull()
  expect(authorOf([member(1), member(2, false)], [null, null])).toBe(1)
})

test('a follow-up half written waits, an empty one does not', () => {
  const draft: FollowUpDraft = { time: '', methodId: null, content: '说到一半', resultId: null, nextTime: null, nextContent: '', authorId: null }
  keepDraft('a', draft)
  keepDraft('b', { ...draft, content: ' ' })
  expect([keptDraft('a'), keptDraft('b')]).toEqual([draft, null])
  keepDraft('a', null)
  expect(keptDraft('a')).toBeNull()
})
