import { expect, test } from 'vitest'
import { barsChart, columnBars } from '#renderer/features/chartPanel/columnBars.ts'
import { segmentFilter, weeklyChart, weeklyFollowUps } from '#renderer/features/chartPanel/followUpBars.ts'
import { chartChoices, chosen, followUpColumns } from '#renderer/features/chartPanel/chartChoices.ts'
import { followUpQuery, weeksUntil } from '#renderer/features/chartPanel/chartQuery.ts'
import { countText, followUpsSentence, groupsSentence, monthsSentence, shareSentence } from '#renderer/features/chartPanel/sentences.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'
import type { Member } from '#shared/model/member.ts'
import type { Scheme } from '#shared/model/scheme.ts'

const t = translator('zh-CN')
const common = { uid: 'u', tableId: 1, position: 1, description: '', required: false, role: null }
const grade: Column = {
  ...common,
  id: 5,
  name: '客户等级',
  type: 'singleSelect',
  position: 5,
  settings: {
    options: [
      { id: 1, name: 'S', color: 'step1' },
      { id: 2, name: 'A', color: 'step2' },
      { id: 3, name: 'B', color: 'step3' },
    ],
  },
}
const source: Column = { ...grade, id: 6, name: '客户来源', position: 2 }
const created: Column = { ...common, id: 7, name: '创建时间', type: 'createdTime', settings: {} }
const amount: Column = {
  ...common,
  id: 8,
  name: '累计金额',
  type: 'number',
  settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' },
}
const followUps: Column[] = [
  {
    ...common,
    id: 20,
    tableId: 2,
    name: '客户',
    role: 'followUp.customer',
    type: 'link',
    settings: { linkId: 1, side: 'b', otherTableId: 1, otherColumnId: 9, multiple: false },
  },
  { ...common, id: 21, tableId: 2, name: '跟进时间', role: 'followUp.time', type: 'dateTime', settings: {} },
  { ...common, id: 22, tableId: 2, name: '跟进人', role: 'followUp.author', type: 'member', settings: {} },
]
const members: Member[] = [
  { id: 1, uid: 'a', name: '李雷', color: 'blue', active: true },
  { id: 2, uid: 'b', name: '韩梅梅', color: 'orange', active: true },
]
const scheme: Scheme = {
  id: 1,
  uid: 's',
  code: 'grade',
  name: '客户等级',
  tableId: 1,
  targetColumnId: 5,
  scope: null,
  rule: { kind: 'decisionTable', rows: [] },
  fallbackOptionId: null,
  enabled: true,
  playbook: [],
}
const names = { members, empty: '未分类' }
const group = (key: string | number | null, value: number) => ({ keys: [key], value, count: value })
const inWords = countText('customer', t)

test('every class has its bar in its own order and colour, with the filter that leaves its rows', () => {
  const bars = columnBars(grade, { groups: [group(3, 40), group(1, 6), group(null, 2)], total: 48 }, names, t)
  expect(bars.map(({ name, value, color }) => [name, value, color])).toEqual([
    ['S', 6, 'step1'],
    ['A', 0, 'step2'],
    ['B', 40, 'step3'],
    ['未分类', 2, null],
  ])
  expect(bars[0]?.filter).toEqual({ kind: 'condition', columnId: 5, operator: 'anyOf', value: [1] })
  expect(bars[3]?.filter).toEqual({ kind: 'condition', columnId: 5, operator: 'isEmpty' })
  expect(groupsSentence(bars, inWords, t)).toBe('「B」最多：48 个客户中占 40 个（83%）。另有 2 个未分类。')
})

test('months stand without a gap, and what has no date is told, not drawn', () => {
  const bars = columnBars(created, { groups: [group('2025-11', 3), group('2026-02', 9), group(null, 4)], total: 16 }, { members, empty: '未填' }, t)
  const chart = barsChart(created, bars, '客户')
  expect(chart.categories.map((category) => category.name)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(chart.series[0]?.values).toEqual([3, 0, 0, 9])
  expect(bars[3]?.filter).toEqual({
    kind: 'and',
    items: [
      { kind: 'condition', columnId: 7, operator: 'onOrAfter', value: { kind: 'exact', date: '2026-02-01' } },
      { kind: 'condition', columnId: 7, operator: 'before', value: { kind: 'exact', date: '2026-03-01' } },
    ],
  })
  expect(monthsSentence(bars, inWords, t)).toBe('4 个月共 12 个客户，2026-02 最多（9）。另有 4 个未填。')
})

test('an unticked box and an empty one are the same bar', () => {
  const box: Column = { ...common, id: 9, name: '关键人', type: 'checkbox', settings: {} }
  expect(
    columnBars(box, { groups: [group(1, 3), group(0, 2), group(null, 5)], total: 10 }, names, t).map(({ name, value }) => [name, value]),
  ).toEqual([
    ['是', 3],
    ['否', 7],
  ])
})

test('follow-ups stand by week and person; quiet weeks keep their place', () => {
  const numbers = {
    total: 5,
    groups: [
      { keys: ['2026-11-16', 1], value: 2, count: 2 },
      { keys: ['2026-11-02', 2], value: 2, count: 2 },
      { keys: ['2026-11-16', null], value: 1, count: 1 },
    ],
  }
  const weekly = weeklyFollowUps(numbers, members, '2026-11-22', t)
  expect(weekly.weeks.slice(-3)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
  expect(weekly.people.map((person) => [person.name, ...person.values.slice(-3)])).toEqual([
    ['李雷', 0, 0, 2],
    ['韩梅梅', 2, 0, 0],
    ['未写跟进人', 0, 0, 1],
  ])
  expect(weeklyChart(weekly).categories.at(-1)?.name).toBe('11-16')
  expect(followUpsSentence(weekly, t)).toBe('最近 12 周共跟进 5 次，平均每周 0.4 次。李雷最多，2 次。')
  const columns = followUpColumns(2, followUps)
  if (columns === null) throw new Error('The columns were not found by their roles.')
  expect(segmentFilter(weekly, columns, { category: 11, series: 0 })).toEqual({
    kind: 'and',
    items: [
      {
        kind: 'and',
        items: [
          { kind: 'condition', columnId: 21, operator: 'onOrAfter', value: { kind: 'exact', date: '2026-11-16' } },
          { kind: 'condition', columnId: 21, operator: 'before', value: { kind: 'exact', date: '2026-11-23' } },
        ],
      },
      { kind: 'condition', columnId: 22, operator: 'anyOf', value: [1] },
    ],
  })
})

test('beside customers only the follow-ups of the customers in view are counted', () => {
  const beside = followUpColumns(1, followUps)
  if (beside === null) throw new Error('Customers have follow-ups.')
  const filter = { kind: 'condition' as const, columnId: 5, operator: 'anyOf' as const, value: [1] }
  expect(followUpQuery({ tableId: 1, filter, search: '' }, beside, '2026-11-22')).toMatchObject({
    tableId: 2,
    search: '',
    linkedTo: { linkColumnId: 20, filter, search: '' },
  })
  expect(followUpQuery({ tableId: 1, filter: null, search: '' }, beside, '2026-11-22').linkedTo).toBeNull()
  expect(weeksUntil('2026-11-22')).toHaveLength(12)
})

test('classes are offered first, and a choice whose column is gone gives way to them', () => {
  const choices = chartChoices(1, [amount, created, source, grade, ...followUps], [scheme], (column) => column)
  expect(choices.map((choice) => [choice.group, choice.column?.name ?? ''])).toEqual([
    ['classes', '客户等级'],
    ['columns', '客户来源'],
    ['months', '创建时间'],
    ['followUps', ''],
    ['share', '累计金额'],
  ])
  expect(chosen(choices, { kind: 'cumulativeShare', columnId: 8 })?.column?.name).toBe('累计金额')
  expect(chosen(choices, { kind: 'byColumn', columnId: 99 })?.column?.name).toBe('客户等级')
})

test('the curve is said in one sentence, in both languages', () => {
  const share = {
    population: 60,
    total: 1_000,
    rowShareFor80: 0.25,
    points: [
      { rows: 12, rowShare: 0.2, valueShare: 0.72 },
      { rows: 15, rowShare: 0.25, valueShare: 0.8 },
      { rows: 60, rowShare: 1, valueShare: 1 },
    ],
  }
  expect(shareSentence(share, '客户', '累计金额', t)).toBe('前 20% 的客户带来 72% 的累计金额；60 个里最大的 15 个就占了 80%。')
  expect(shareSentence(share, 'customers', 'total amount', translator('en'))).toBe(
    'The first 20% of customers bring 72% of total amount; the largest 15 of 60 hold 80%.',
  )
  expect(shareSentence({ population: 0, total: 0, points: [], rowShareFor80: null }, '客户', '累计金额', t)).toBe(
    '「累计金额」还没有数，画不出累计占比。',
  )
})
