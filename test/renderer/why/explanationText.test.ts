import { expect, test } from 'vitest'
import { explanationText } from '#renderer/why/explanationText.ts'
import type { Words } from '#renderer/words/words.ts'
import type { Explanation, ExplanationReason } from '#shared/contract/classes.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Filter } from '#shared/model/filter.ts'
import { modelFailures, type ModelFailure } from '#shared/model/modelFailure.ts'
import type { Rule, Scheme } from '#shared/model/scheme.ts'

const names: Record<number, string> = { 1: '下次跟进时间', 2: '12个月金额', 3: '年业务潜在量', 4: '订单数', 5: '最近谈判时间', 6: '需求时间' }
const words: Words = {
  column: (id) => names[id] ?? '',
  value: (id, value) => (id === 2 || id === 3 ? `￥${Number(value).toLocaleString('en')}` : String(value)),
  choice: (_, id) => ({ 61: '现在', 62: '1个月内' })[id] ?? '',
}

test('days until a date, inside their band', () => {
  const rule = bands({ kind: 'daysUntil', columnIds: [9, 1] })
  const values = [
    { columnId: 9, value: null },
    { columnId: 1, value: '2026-11-24T09:00' },
  ]
  expect(zh(rule, { kind: 'band', from: null, below: 8 }, 2, values)).toBe('离「下次跟进时间」（2026-11-24）还有 2 天，属于「7 天以内」。')
  expect(zh(rule, { kind: 'band', from: null, below: 8 }, -3, values)).toBe('「下次跟进时间」（2026-11-24）已过 3 天，属于「7 天以内」。')
  expect(zh(rule, { kind: 'band', from: 8, below: 31 }, 20, values)).toBe('离「下次跟进时间」（2026-11-24）还有 20 天，属于「8–30 天」。')
  expect(zh(rule, { kind: 'band', from: 91, below: null }, 120, values)).toBe('离「下次跟进时间」（2026-11-24）还有 120 天，属于「90 天以上」。')
})

test('an amount inside its band', () => {
  expect(zh(bands({ kind: 'column', columnId: 2 }), { kind: 'band', from: 50_000, below: 200_000 }, 120_000)).toBe(
    '「12个月金额」是 ￥120,000，属于「￥50,000 及以上、不到 ￥200,000」。',
  )
})

test('the row of a decision table, with its own condition', () => {
  const rule: Rule = {
    kind: 'decisionTable',
    rows: [
      { when: { kind: 'condition', columnId: 4, operator: 'greaterOrEqual', value: 1 }, optionId: 1 },
      { when: { kind: 'condition', columnId: 5, operator: 'within', value: { kind: 'pastDays', days: 30 } }, optionId: 2 },
      { when: { kind: 'condition', columnId: 6, operator: 'anyOf', value: [61, 62] }, optionId: 3 },
    ],
  }
  expect([0, 1, 2, 7].map((row) => zh(rule, { kind: 'decision', row }, null))).toEqual([
    '因为「订单数」不少于 1。',
    '因为「最近谈判时间」在过去 30 天内。',
    '因为「需求时间」是现在或1个月内。',
    '方案刚改过，稍后会更新原因。',
  ])
})

test('beside its condition stands what the row has, where the condition does not say it', () => {
  const orders: Filter = { kind: 'condition', columnId: 4, operator: 'greaterOrEqual', value: 1 }
  const talks: Filter = { kind: 'condition', columnId: 5, operator: 'within', value: { kind: 'pastDays', days: 30 } }
  const need = (...value: number[]): Filter => ({ kind: 'condition', columnId: 6, operator: 'anyOf', value })
  const rule: Rule = {
    kind: 'decisionTable',
    rows: [orders, { kind: 'or' as const, items: [talks, orders] }, need(61), need(61, 62)].map((when) => ({ when, optionId: 1 })),
  }
  const values = [
    { columnId: 4, value: 6 },
    { columnId: 5, value: null },
    { columnId: 6, value: 62 },
  ]
  expect([0, 1, 2, 3].map((row) => zh(rule, { kind: 'decision', row }, null, values))).toEqual([
    '因为「订单数」不少于 1（这一行是 6）。',
    '因为「最近谈判时间」在过去 30 天内，或者「订单数」不少于 1（「订单数」是 6）。',
    '因为「需求时间」是现在。',
    '因为「需求时间」是现在或1个月内（这一行是 62）。',
  ])
  expect(say('en', rule, { kind: 'decision', row: 0 }, null, values)).toBe('Because “订单数” is at least 1 (here 6).')
})

test('of two scores each, words tell why a row is of its RFM segment; of more, the scores', () => {
  const segments = [{ r: [1, 9], f: [1, 9], m: [1, 9], optionId: 1 }] as const
  const rule = (bins: number): Rule => ({
    kind: 'rfm',
    recencyColumnId: 5,
    frequencyColumnId: 4,
    monetaryColumnId: 2,
    cuts: { kind: 'quantile', bins, method: 'atMost' },
    segments: [...segments],
  })
  const reason = { kind: 'rfm', scores: { r: 2, f: 1, m: 2 }, recency: 52, frequency: 6, monetary: 108_364 } as const
  expect(zh(rule(2), reason, null)).toBe('「最近谈判时间」在 52 天前（近），「订单数」是 6（少买），「12个月金额」是 ￥108,364（买得多）。')
  expect(zh(rule(5), reason, null)).toBe('R 2 分：「最近谈判时间」在 52 天前；F 1 分：「订单数」是 6；M 2 分：「12个月金额」是 ￥108,364。')
})

test('the share of those ahead decides the grade', () => {
  expect(zh(pareto, { kind: 'share', before: 0, rank: 1, population: 212, below: 0.5 }, 320_000)).toBe(
    '「12个月金额」是 ￥320,000，在 212 个有数的里面排第 1。',
  )
  expect(zh(pareto, { kind: 'share', before: 0.123, rank: 3, population: 212, below: 0.5 }, 320_000)).toBe(
    '「12个月金额」是 ￥320,000，在 212 个有数的里面排第 3；排在前面的合起来占 12.3%，不到 50%。',
  )
  expect(zh(pareto, { kind: 'share', before: 0.97, rank: 180, population: 212, below: 1 }, 900)).toBe(
    '「12个月金额」是 ￥900，在 212 个有数的里面排第 180；排在前面的合起来已占 97%，超过 95%。',
  )
})

test('where a row counts itself, as in an ABC analysis, the share up to it decides', () => {
  const abc: Rule = pareto.kind === 'pareto' ? { ...pareto, counting: 'within' } : pareto
  expect(zh(abc, { kind: 'share', before: 0.48, within: 0.541, rank: 12, population: 43, below: 0.8 }, 27_000)).toBe(
    '「12个月金额」是 ￥27,000，在 43 个有数的里面排第 12；从第 1 加到它一共占 54.1%，没有超过 80%。',
  )
  expect(zh(abc, { kind: 'share', before: 0.95, within: 0.97, rank: 40, population: 43, below: 1 }, 900)).toBe(
    '「12个月金额」是 ￥900，在 43 个有数的里面排第 40；从第 1 加到它一共占 97%，超过了 95%。',
  )
})

test('too few buyers for a ranking: fixed thresholds', () => {
  expect(zh(pareto, { kind: 'absolute', from: 200_000, population: 12, minimumPopulation: 20 }, 320_000)).toBe(
    '「12个月金额」是 ￥320,000；有数的只有 12 个，不到 20 个，排名还不可靠，所以按固定门槛「￥200,000 及以上」。',
  )
  expect(zh(pareto, { kind: 'nothing' }, null)).toBe('「12个月金额」还没有数。')
})

test('the percentile threshold, or the least amount where that is higher', () => {
  const rule: Rule = {
    kind: 'percentile',
    metric: { kind: 'largest', columnIds: [2, 3] },
    percentile: 0.8,
    minimum: 10_000,
    upperOptionId: 1,
    lowerOptionId: 2,
  }
  expect(zh(rule, { kind: 'percentile', threshold: 85_000, upper: true }, 120_000)).toBe(
    '「12个月金额」、「年业务潜在量」中最大的一项是 ￥120,000，达到门槛 ￥85,000（最大的 20%）。',
  )
  expect(zh(rule, { kind: 'percentile', threshold: 10_000, upper: false }, 9_000)).toBe(
    '「12个月金额」、「年业务潜在量」中最大的一项是 ￥9,000，没到门槛 ￥10,000。',
  )
})

test('what is missing for a class is named', () => {
  const rule: Rule = { kind: 'decisionTable', rows: [] }
  expect(zh(rule, { kind: 'fallback' }, null, [{ columnId: 6, value: null }], null)).toBe('「需求时间」还没有填，填好后会自动分类。')
  expect(zh(rule, { kind: 'fallback' }, null, [], 4)).toBe('前面的条件都不符合，归入这一类。')
  expect(zh(rule, { kind: 'fallback' }, null, [{ columnId: 6, value: null }], 4)).toBe('「需求时间」还没有填，先归入这一类。')
})

test('nothing is said to be missing where all is filled in', () => {
  const rule: Rule = { kind: 'decisionTable', rows: [] }
  expect(zh(rule, { kind: 'fallback' }, null, [{ columnId: 6, value: 61 }], null)).toBe('没有一条规则符合，方案也没有给其余的行定类别。')
})

test('a model that could not be fitted is said to be the reason', () => {
  const rule: Rule = { kind: 'decisionTable', rows: [] }
  const say = (failure: ModelFailure) => zh(rule, { kind: 'notFitted', failure, population: 1 }, null, [], null)
  expect(say('nobodyBoughtAgain')).toBe('暂时不分类：还没有客户买过第二次，看不出规律。')
  expect(new Set(modelFailures.map(say)).size).toBe(modelFailures.length)
})

test('the same in English', () => {
  const rule = bands({ kind: 'daysUntil', columnIds: [1] })
  expect(say('en', rule, { kind: 'band', from: 8, below: 31 }, 20, [{ columnId: 1, value: '2026-12-12' }])).toBe(
    '“下次跟进时间” (2026-12-12) is 20 days away: 8 to 30 days.',
  )
  expect(say('en', pareto, { kind: 'share', before: 0.123, rank: 3, population: 212, below: 0.5 }, 320_000)).toBe(
    '“12个月金额” is ￥320,000, number 3 of 212 that have any; those ahead hold 12.3% together, less than 50%.',
  )
})

const pareto: Rule = {
  kind: 'pareto',
  metric: { kind: 'column', columnId: 2 },
  minimumPopulation: 20,
  shares: [
    { below: 0.5, optionId: 1 },
    { below: 0.8, optionId: 2 },
    { below: 0.95, optionId: 3 },
    { below: 1, optionId: 4 },
  ],
  absolute: [
    { from: 500_000, optionId: 1 },
    { from: 200_000, optionId: 2 },
    { from: 0, optionId: 4 },
  ],
  nothingOptionId: 5,
}

function bands(metric: Extract<Rule, { kind: 'bands' }>['metric']): Rule {
  return { kind: 'bands', metric, bands: [{ from: null, optionId: 1 }] }
}

function zh(rule: Rule, reason: ExplanationReason, metric: number | null, values: Explanation['values'] = [], optionId: number | null = 1): string {
  return say('zh-CN', rule, reason, metric, values, optionId)
}

function say(
  lang: 'zh-CN' | 'en',
  rule: Rule,
  reason: ExplanationReason,
  metric: number | null,
  values: Explanation['values'] = [],
  optionId: number | null = 1,
): string {
  const scheme: Scheme = {
    id: 1,
    uid: 'u',
    code: 'c',
    name: '方案',
    tableId: 1,
    targetColumnId: 9,
    scope: null,
    rule,
    fallbackOptionId: null,
    enabled: true,
    playbook: [],
  }
  return explanationText(
    { schemeId: 1, optionId, optionIds: [], values, metric, reason, since: null, lock: null, waiting: null },
    scheme,
    words,
    translator(lang),
  )
}
