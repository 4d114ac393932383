import { expect, test } from 'vitest'
import { conditionOf, splitCondition } from '#main/cli/condition.ts'
import { UsageError } from '#main/cli/usageError.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'

const t = translator('en')
const common = { id: 7, uid: 'u', tableId: 1, role: null, position: 1, description: '', required: false }
const text: Column = { ...common, name: '客户名称', type: 'text', settings: {} }
const amount: Column = { ...common, name: '金额', type: 'number', settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' } }
const day: Column = { ...common, name: '日期', type: 'date', settings: {} }
const status: Column = {
  ...common,
  name: '状态',
  type: 'singleSelect',
  settings: {
    options: [
      { id: 3, name: '跟进中', color: 'blue' },
      { id: 4, name: '已成交', color: 'green' },
    ],
  },
}
const owner: Column = { ...common, name: '负责人', type: 'member', settings: {} }
const done: Column = { ...common, name: '完成', type: 'checkbox', settings: {} }
const context = { lang: 'zh-CN', today: '2026-11-22', members: [{ id: 9, uid: 'm', name: '李雷', color: 'blue', active: true }] } as const

function conditionIn(column: Column, text_: string) {
  const { comparison, value } = splitCondition(text_, t)
  return conditionOf(column, comparison, value, { ...context, members: [...context.members], columnNamed: () => ({ ...day, id: 8 }) }, t)
}

test.each([
  ['客户状态=跟进中', { name: '客户状态', comparison: '=', value: '跟进中' }],
  [' 金额 (元) >= 1,000 ', { name: '金额 (元)', comparison: '>=', value: '1,000' }],
  ['备注!~a=b', { name: '备注', comparison: '!~', value: 'a=b' }],
  ['备注=', { name: '备注', comparison: '=', value: '' }],
])('%s is divided at the first comparison', (given, parts) => {
  expect(splitCondition(given, t)).toEqual(parts)
})

test.each<[Column, string, object]>([
  [text, 'x~华东', { operator: 'contains', value: '华东' }],
  [text, 'x=', { operator: 'isEmpty' }],
  [amount, 'x>￥1,000', { operator: 'greater', value: 1000 }],
  [amount, 'x!=', { operator: 'isNotEmpty' }],
  [day, 'x<today', { operator: 'before', value: { kind: 'today' } }],
  [day, 'x>=2026年3月5日', { operator: 'onOrAfter', value: { kind: 'exact', date: '2026-03-05' } }],
  [status, 'x=跟进中、已成交', { operator: 'anyOf', value: [3, 4] }],
  [status, 'x!=已成交', { operator: 'noneOf', value: [4] }],
  [owner, 'x=李雷', { operator: 'anyOf', value: [9] }],
  [owner, 'x=我', { operator: 'isMe' }],
  [done, 'x=是', { operator: 'isChecked' }],
  [done, 'x!=是', { operator: 'isUnchecked' }],
  [text, 'x~/^1[3-9]/', { operator: 'matches', value: '^1[3-9]' }],
  [text, 'x!~/(/', { operator: 'notContains', value: '/(/' }],
  [text, 'x=[别名]', { operator: 'is', value: { kind: 'column', columnId: 8 } }],
  [amount, 'x=100..￥2,000', { operator: 'between', value: { from: 100, to: 2000 } }],
  [amount, 'x<[成本]', { operator: 'less', value: { kind: 'column', columnId: 8 } }],
  [day, 'x=this-half-year', { operator: 'within', value: { kind: 'thisHalfYear' } }],
  [day, 'x!=past-30-days', { operator: 'notWithin', value: { kind: 'pastDays', days: 30 } }],
  [day, 'x=next-2-months', { operator: 'within', value: { kind: 'next', unit: 'month', count: 2 } }],
  [day, 'x=2026-01-05..today', { operator: 'betweenDates', value: { from: { kind: 'exact', date: '2026-01-05' }, to: { kind: 'today' } } }],
  [day, 'x<[最近跟进]+7', { operator: 'before', value: { kind: 'column', columnId: 8, days: 7 } }],
  [owner, 'x!=me', { operator: 'isNotMe' }],
])('%o %s', (column, given, condition) => {
  expect(conditionIn(column, given)).toEqual({ kind: 'condition', columnId: 7, ...condition })
})

test.each<[Column, string]>([
  [text, 'x<5'],
  [amount, 'x~5'],
  [status, 'x=没有'],
  [amount, 'x=abc'],
  [day, 'x<2026-02-31'],
  [done, 'x~是'],
  [day, 'x<this-week'],
  [day, 'x=this-century'],
])('%o %s is a wrong usage', (column, given) => {
  expect(() => conditionIn(column, given)).toThrow(UsageError)
})
