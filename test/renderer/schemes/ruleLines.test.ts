import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { ruleParts } from '#renderer/features/schemes/ruleLines.ts'
import type { Words } from '#renderer/words/words.ts'

const t = translator('zh-CN')
const names: Record<number, string> = { 1: '12个月金额', 2: '年业务潜在量', 3: '需处理日期', 4: '下次跟进时间', 5: '订单数' }
const words: Words = {
  column: (id) => names[id] ?? '',
  value: (_, value) => (typeof value === 'number' ? `￥${value.toLocaleString('en')}` : String(value)),
  choice: (_, id) => `选项${id}`,
}
const told = (rule: Rule, fallback: number | null) =>
  ruleParts(rule, fallback, words, t).map((part) => [
    part.lead,
    ...part.lines.map((line) => `${'points' in line ? line.points : line.optionId}: ${line.text}`),
  ])

test('bands of days are told by their last day', () => {
  const rule: Rule = {
    kind: 'bands',
    metric: { kind: 'daysUntil', columnIds: [3, 4] },
    bands: [
      { from: null, optionId: 1 },
      { from: 8, optionId: 2 },
      { from: 31, optionId: 3 },
      { from: 91, optionId: 4 },
    ],
  }
  expect(told(rule, null)).toEqual([
    ['看离「需处理日期」、「下次跟进时间」还有几天（前面的空着就看后面的）：', '1: 7 天以内', '2: 8–30 天', '3: 31–90 天', '4: 90 天以上'],
    ['资料不全、无法判断的，不分类。'],
  ])
})

test('Pareto shares, what has no number, and fixed amounts for a small book', () => {
  const rule: Rule = {
    kind: 'pareto',
    metric: { kind: 'column', columnId: 1 },
    shares: [
      { below: 0.5, optionId: 1 },
      { below: 0.8, optionId: 2 },
      { below: 1, optionId: 3 },
    ],
    minimumPopulation: 20,
    absolute: [
      { from: 500000, optionId: 1 },
      { from: 0, optionId: 3 },
    ],
    nothingOptionId: 5,
  }
  expect(told(rule, null)).toEqual([
    ['按「12个月金额」从大到小排队，把数目一个一个加起来：', '1: 加到总数的 50% 为止', '2: 加到总数的 80% 为止', '3: 剩下有数的', '5: 没有数的'],
    ['有数的行不到 20 行时，排队没有意义，改按固定数目：', '1: ￥500,000 及以上', '3: 剩下有数的'],
  ])
})

test('the top share, and the conditions of a decision table', () => {
  expect(
    told(
      { kind: 'percentile', metric: { kind: 'largest', columnIds: [1, 2] }, percentile: 0.8, minimum: 10000, upperOptionId: 1, lowerOptionId: 2 },
      null,
    ),
  ).toEqual([
    ['有数的行按「12个月金额」、「年业务潜在量」里最大的一个排队：', '1: 排在最前面的 20%，并且不少于 ￥10,000', '2: 其余有数的', 'null: 没有数的'],
  ])
  const decision: Rule = {
    kind: 'decisionTable',
    rows: [{ when: { kind: 'condition', columnId: 5, operator: 'greaterOrEqual', value: 1 }, optionId: 1 }],
  }
  expect(told(decision, 3)).toEqual([['从上往下看，第一条符合的就是它的类别：', '1: 「订单数」不少于 ￥1', '3: 都不符合的']])
})
