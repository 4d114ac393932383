import { predict } from '#main/engine/analysis/forecastMethods.ts'
import { fitBgNbd, probabilityAlive } from '#main/engine/models/buying/bgNbd.ts'
import { customerValue } from '#main/engine/models/buying/customerValue.ts'
import { fitGammaGamma } from '#main/engine/models/buying/gammaGamma.ts'
import { chineseSegments } from '#shared/model/classRules/rfmRule.ts'
import { cellsOf, everyNth, numbersOf, sumOf, type ByHand, type HandWritten } from './handWritten.ts'
import { gradesSql, orderSql } from './orderSql.ts'

/** Analyses of orders by customer. */
export const buying: readonly HandWritten[] = [
  {
    id: 'rfm',
    name: 'rfm',
    input: () => ({}),
    byHand: ({ database, names, today }) => {
      const parts = chineseSegments.map(({ r, f, m }, index) => {
        const holds = [`r ${r[0] === 2 ? '<' : '>='} mr`, `f ${f[0] === 2 ? '>' : '<='} mf`, `m ${m[0] === 2 ? '>' : '<='} mm`]
        return `when ${holds.join(' and ')} then ${index}`
      })
      const found = numbersOf(
        database,
        `with buyers as materialized (select cast(julianday('${today}') - julianday(max(case when units >= 0 then day end)) as integer) as r,
            total(units >= 0) as f, total(units) as m from (${orderSql(names, today).lines}) group by customer),
          means as materialized (select avg(r) as mr, avg(f) as mf, avg(m) as mm from buyers where r is not null)
        select case ${parts.join(' ')} end, count(*), total(m) / 100 from buyers, means where r is not null group by 1 order by 1`,
      )
      return [...everyNth(found, 3, 1), ...everyNth(found, 3, 2)]
    },
    shown: ({ segments }) => [...cellsOf(segments, [2]), ...cellsOf(segments, [4])].filter((value) => value !== 0),
  },
  {
    id: 'cohorts',
    name: 'cohorts',
    input: () => ({ months: 24 }),
    byHand: ({ database, names, today }) =>
      numbersOf(
        database,
        `with bought as materialized (select customer, substr(day, 1, 7) as month, max(units >= 0) as bought from (${orderSql(names, today).lines}) group by 1, 2),
          firsts as (select customer, min(month) as came from bought where bought group by 1)
        select sum(month = came), sum(month > came) from bought join firsts using (customer)
        where bought and month >= came and came > substr(date('${today}', 'start of month', '-24 months'), 1, 7)`,
      ),
    shown: ({ cohorts }) => {
      const rows = (cohorts?.rows ?? []).slice(0, -1).map((row) => row.map(Number))
      return [sumOf(rows.map((row) => row[1] ?? 0)), sumOf(rows.flatMap(([, size = 0, ...shares]) => shares.map((share) => share * size)))]
    },
  },
  {
    id: 'customerValue',
    name: 'customerValue',
    input: () => ({}),
    byHand: valueByHand,
    shown: ({ bands }) => cellsOf(bands, [2, 4]),
  },
  {
    id: 'forecast',
    name: 'forecast',
    input: () => ({}),
    byHand: ({ database, names, today }) => {
      const { orders, day, units, counted } = orderSql(names, today)
      const found = numbersOf(
        database,
        `select 0, total(${units}) / 100 from ${orders} o where ${counted} and ${day} < date('${today}', 'start of month') group by substr(${day}, 1, 7) order by substr(${day}, 1, 7)`,
      )
      const values = everyNth(found, 2, 1)
      const ahead = predict(values, { method: 'auto', ahead: 6, width: 3 }, 12)
      // The analysis tries the method on the past too.
      predict(values.slice(0, -6), { method: 'auto', ahead: 6, width: 3 }, 12)
      return [sumOf(values), ...(ahead.ok ? ahead.value.points.map(({ value }) => Math.round(value)) : [])]
    },
    shown: ({ ahead }, { sections }) => {
      const chart = sections[0]?.chart
      return [chart?.kind === 'forecast' ? sumOf(chart.past.map((value) => value ?? 0)) : 0, ...cellsOf(ahead, [1])]
    },
  },
  {
    id: 'concentration',
    name: 'concentration',
    input: () => ({ period: 'all' }),
    byHand: ({ database, names, today }) =>
      numbersOf(database, gradesSql(`select customer, total(units) as v from (${orderSql(names, today).lines}) group by 1`)).filter(
        (_, index) => index % 3 > 0,
      ),
    shown: ({ grades }) => cellsOf(grades, [2, 3]).slice(0, 8),
  },
]

function valueByHand({ database, names, today }: ByHand): number[] {
  const found = database
    .prepare<[], [number, number, number, number, number, number]>(
      `with days as materialized (select customer, day, total(units) as units, max(units >= 0) as bought from (${orderSql(names, today).lines}) group by 1, 2),
        firsts as (select customer, min(day) as first, max(day) as last, count(*) as n from days where bought group by 1)
      select customer, n - 1, (julianday(last) - julianday(first)) / 7, (julianday('${today}') - julianday(first)) / 7,
        total(case when day > first then units end) / 100, total(units) / 100 from firsts join days using (customer) group by 1`,
    )
    .raw(true)
    .all()
  const histories = found.map(([customer, frequency, recency, age, later]) => ({
    customer,
    frequency,
    recency,
    age,
    monetary: frequency === 0 ? 0 : later / frequency,
  }))
  const [fit, spending] = [fitBgNbd(histories), fitGammaGamma(histories)]
  if (!fit.ok || !spending.ok) throw new Error('no fit')
  const bands = [0, 0, 0, 0, 0, 0, 0, 0]
  const monthlyRate = 1.1 ** (1 / 12) - 1
  for (const history of histories) {
    const alive = probabilityAlive(fit.value, history)
    const band = history.frequency === 0 ? 3 : alive >= 0.7 ? 0 : alive >= 0.3 ? 1 : 2
    bands[band * 2] = (bands[band * 2] ?? 0) + 1
    const value = customerValue(fit.value, spending.value, history, { months: 12, monthlyRate, unit: 'week' }) ?? 0
    bands[band * 2 + 1] = (bands[band * 2 + 1] ?? 0) + value
  }
  return bands.map(Math.round)
}
