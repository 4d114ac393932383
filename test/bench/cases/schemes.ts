import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import gammaln from '@stdlib/math-base-special-gammaln'
import { fitBgNbd, groupHistories, type BgNbd, type GroupedHistories } from '#main/engine/models/buying/bgNbd.ts'
import type { BuyingHistory } from '#main/engine/models/buying/frequency.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { compare, median, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { largeBase, middle, namesOf, succeed } from '../support/largeBase.ts'

export const schemeCases: BenchCase[] = [
  {
    id: 'scheme.preview',
    run: async () => {
      const path = await largeBase(middle)
      const engine = openEngine(path, { mode: 'reader' })
      const names = await namesOf(engine)
      const [metric, target] = [names.column('customer.annualPotential'), names.column('customer.grade')]
      const rule = (round: number): Rule => ({
        kind: 'bands',
        metric: { kind: 'column', columnId: metric.id },
        bands: [
          { from: null, optionId: 3 },
          { from: 200_000 + round * 1000, optionId: 2 },
          { from: 700_000 + round * 1000, optionId: 1 },
        ],
      })
      const draft = { tableId: names.table('customer'), targetColumnId: target.id, scope: null, fallbackOptionId: null }
      const plain = new Database(path, { readonly: true })
      const value = `c${metric.id}`
      const count =
        plain.prepare(`select c${target.id}, case when ${value} is null then null when ${value} >= ? then 1 when ${value} >= ? then 2 else 3 end, count(*)
        from t${draft.tableId} group by 1, 2`)
      const times = await compare(
        (round) => succeed(engine.run('schemes.preview', { ...draft, rule: rule(round) })),
        (round) => count.all(700_000 + round * 1000, 200_000 + round * 1000),
        { warm: 3, measured: 15 },
      )
      plain.close()
      await engine.close()
      return [
        result({
          id: 'scheme.preview',
          what: 'who would move, while a bound is dragged, against one counting query',
          size: middle.customers,
          ...times,
          bar: 1.2,
        }),
      ]
    },
  },
  { id: 'model.fit', run: async () => [10_000, 100_000].flatMap(fitting) },
]

/** Fits BG/NBD; the baseline is as many plain evaluations of the likelihood over the same groups of customers. */
function fitting(customers: number): BenchResult[] {
  const histories = madeHistories(customers)
  const data = groupHistories(histories)
  const fits: number[] = []
  const plain: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    const fit = fitBgNbd(histories)
    const middleTime = performance.now()
    if (!fit.ok) throw new Error(fit.failure)
    for (let evaluation = 0; evaluation < fit.value.evaluations; evaluation += 1) plainLikelihood(fit.value, data)
    fits.push((middleTime - start) / fit.value.evaluations)
    plain.push((performance.now() - middleTime) / fit.value.evaluations)
  }
  const times = { median_ms: median(fits), baseline_ms: median(plain) }
  return [
    result({
      id: `model.fit.${customers}`,
      what: 'BG/NBD, one iteration of its fit, against one evaluation of the likelihood',
      size: customers,
      ...times,
      bar: 3,
    }),
  ]
}

/** ln L in one pass over the groups, gamma functions reckoned once per frequency: the formula as a person would write it. */
function plainLikelihood({ r, alpha, a, b }: BgNbd, data: GroupedHistories): number {
  const ofFrequency = data.frequencies.map(
    (x) => r * Math.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b) + gammaln(r + x) + gammaln(b + x) - gammaln(a + b + x),
  )
  const lnDropOut = data.frequencies.map((x) => (x > 0 ? Math.log(a) - Math.log(b + x - 1) : -Infinity))
  return data.count.reduce((sum, count, group) => {
    const [x, index] = [data.frequency[group] ?? 0, data.frequencyIndex[group] ?? 0]
    const alive = -(r + x) * Math.log(alpha + (data.age[group] ?? 0))
    const gone = (lnDropOut[index] ?? 0) - (r + x) * Math.log(alpha + (data.recency[group] ?? 0))
    const high = Math.max(alive, gone)
    return sum + count * ((ofFrequency[index] ?? 0) + high + Math.log1p(Math.exp(Math.min(alive, gone) - high)))
  }, 0)
}

/** Customers who buy and leave by chance, the same in every run: days of 30 to 730 observed. */
function madeHistories(count: number): Pick<BuyingHistory, 'frequency' | 'recency' | 'age'>[] {
  let seed = 1
  // Park and Miller's minimal standard generator (Comm. ACM 31, 1988).
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: count }, () => {
    const age = Math.floor(30 + chance() * 700)
    const gap = 10 + chance() * 200
    const leaving = 0.05 + chance() * 0.4
    let [frequency, recency, day] = [0, 0, 0]
    while (chance() > leaving) {
      day += 1 - Math.log(chance()) * gap
      if (day > age) break
      frequency += 1
      recency = Math.floor(day)
    }
    return { frequency, recency, age }
  })
}
