import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import { daysBetween, larger, tableOf, type ClassSqlByCode } from './classSql.ts'
import type { Names } from './largeBase.ts'

/** Schemes that compare a customer with all others. */
export const rankingSql: ClassSqlByCode = {
  importance: ({ names }) => {
    const [lately, potential] = [names.sql('customer.amount12Months'), names.sql('customer.annualPotential')]
    const value = larger(lately, potential)
    return {
      with: percentileCut(names, value, `${value} <> 0`, 0.8, 10_000),
      value: `case when ${lately} is null and ${potential} is null then null when (${value}) >= (select v from cut) then 1 else 2 end`,
    }
  },
  lifetimeValue: ({ names }) => {
    const value = names.sql('customer.predictedValue')
    return {
      with: percentileCut(names, value, `${value} <> 0`, 0.8, 1),
      value: `case when ${value} is not null then case when ${value} >= (select v from cut) then 1 else 2 end end`,
    }
  },
  orderFrequency: ({ names }) => {
    const [orders, lately] = [names.sql('customer.orderCount'), names.sql('customer.orderCount12Months')]
    return {
      with: percentileCut(names, lately, `${orders} >= 1 and ${lately} <> 0`, 0.5, 1),
      value: `case when ${orders} >= 1 and ${lately} is not null then case when ${lately} >= (select v from cut) then 1 else 2 end end`,
    }
  },
  value: ({ names }) => {
    const [amount, orders] = [names.sql('customer.amount12Months'), names.sql('customer.orderCount12Months')]
    const profit = names.sql('customer.grossProfit12Months')
    const rank = (value: string): string => `100.0 * (rank() over (order by ${value}) - 1) / (count(*) over () - 1)`
    return {
      // Ranks of money to the tenth below, as ours where it has many values; of numbers of orders there are few.
      with: `ranked as (select id, ${rank(amount)} as a, ${rank(`coalesce(${profit}, 0)`)} as p, ${rank(`coalesce(${orders}, 0)`)} as o from ${tableOf(names)} where ${amount} > 0),
        scored as (select t.id, r.id is null as none, round((5 * floor(r.a * 10) / 10 + 3 * floor(r.p * 10) / 10 + 2 * r.o) / 10, 9) as score from ${tableOf(names)} t left join ranked r using (id))`,
      from: 'scored',
      value: 'case when none then 4 when score >= 70 then 1 when score >= 40 then 2 else 3 end',
    }
  },
  grade: ({ names }) => {
    const amount = names.sql('customer.amount12Months')
    return {
      with: `steps as (select ${amount} as v, sum(round(${amount} * 100)) as cents from ${tableOf(names)} where ${amount} > 0 group by 1),
        gathered as (select v, (sum(cents) over (order by v desc) - cents) * 1.0 / sum(cents) over () as share from steps),
        cut as materialized (select min(v) filter (where share < 0.5) as s, min(v) filter (where share < 0.8) as a, min(v) filter (where share < 0.95) as b from gathered)`,
      value: `case when coalesce(${amount}, 0) <= 0 then 5 when ${amount} >= (select s from cut) then 1
        when ${amount} >= (select a from cut) then 2 when ${amount} >= (select b from cut) then 3 else 4 end`,
    }
  },
  rfm: ({ names, today }) => {
    const { last, recency, frequency, monetary } = rfm(names, today)
    return {
      with: `cut as materialized (select avg(${recency}) as r, avg(${frequency}) as f, avg(${monetary}) as m from ${tableOf(names)} where ${last} is not null)`,
      value: `case when ${last} is not null then case
        ${chineseSegments
          .map(({ r, f, m }, index) => {
            const parts = [
              `${recency} ${r[0] === 2 ? '<' : '>='} (select r from cut)`,
              `${frequency} ${f[0] === 2 ? '>' : '<='} (select f from cut)`,
              `${monetary} ${m[0] === 2 ? '>' : '<='} (select m from cut)`,
            ]
            return `when ${parts.join(' and ')} then ${index + 1}`
          })
          .join(' ')} end end`,
    }
  },
  rfmQuintiles: ({ names, today }) => {
    const { last, recency, frequency, monetary } = rfm(names, today)
    const shares = [1, 2, 3, 4]
    const sorted = (value: string): string => `(select ${value} as v, row_number() over (order by ${value}) - 1 as place,
      count(*) over () - 1 as top from ${tableOf(names)} where ${last} is not null)`
    const lower = (step: number): string => `top * ${step} / 5`
    const bound = (step: number): string => {
      const [low, high] = [`max(v) filter (where place = ${lower(step)})`, `max(v) filter (where place = min(top, ${lower(step)} + 1))`]
      return `${low} + (${high} - ${low}) * (max(top) * ${step} / 5.0 - max(top) * ${step} / 5) as q${step}`
    }
    const cut = (name: string, value: string): string => `${name} as materialized (select ${shares.map(bound).join(', ')} from ${sorted(value)})`
    const passed = (value: string, name: string): string => shares.map((step) => `(${value} > (select q${step} from ${name}))`).join(' + ')
    return {
      with: `${cut('rc', recency)}, ${cut('fc', frequency)}, ${cut('mc', monetary)}, scored as (select id,
        5 - (${passed(recency, 'rc')}) as r, 1 + ${passed(frequency, 'fc')} as f, 1 + ${passed(monetary, 'mc')} as m, ${last} is null as none from ${tableOf(names)})`,
      from: 'scored',
      value: `case when none then null ${quintileSegments
        .map(
          ({ r, f, m }, index) =>
            `when r between ${r.join(' and ')} and f between ${f.join(' and ')} and m between ${m.join(' and ')} then ${index + 1}`,
        )
        .join(' ')} else 11 end`,
    }
  },
}

/** The table `cut` with the percentile of a value, linear between the two nearest, and no less than a minimum. */
function percentileCut(names: Names, value: string, where: string, share: number, minimum: number): string {
  return `sorted as materialized (select ${value} as v, row_number() over (order by ${value}) - 1 as place, (count(*) over () - 1) * ${share} as wanted
      from ${tableOf(names)} where ${where}),
    cut as materialized (select max(${minimum}, lower + (upper - lower) * (wanted - cast(wanted as integer))) as v from (select
      max(wanted) as wanted, max(v) filter (where place = cast(wanted as integer)) as lower,
      coalesce(max(v) filter (where place = cast(wanted as integer) + 1), max(v) filter (where place = cast(wanted as integer))) as upper from sorted))`
}

function rfm({ sql }: Names, today: string) {
  const last = sql('customer.lastOrderDate')
  return {
    last,
    recency: daysBetween(last, `'${today}'`),
    frequency: `coalesce(${sql('customer.orderCount')}, 0)`,
    monetary: `coalesce(${sql('customer.amountAll')}, 0)`,
  }
}
