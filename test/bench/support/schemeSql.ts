import { usualLifeCycle } from '#shared/model/classRules/lifeCycleRule.ts'
import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import type { Names } from './largeBase.ts'

/** The class of a customer in SQL, with the tables that are made before the UPDATE, and one it joins by the customer's id. */
type ClassSql = { with?: string; value: string; from?: string }

type SqlSetting = { names: Names; today: string }

/** The UPDATE that a person skilled in SQL would write for a scheme; null where nobody has written it. */
export function updateFor(code: string, targetColumnId: number, setting: SqlSetting): string | null {
  const written = classSqlByCode[code]?.(setting)
  if (written === undefined) return null
  const table = tableOf(setting.names)
  const from = written.from === undefined ? '' : `from ${written.from} where ${written.from}.id = ${table}.id`
  return `${written.with === undefined ? '' : `with ${written.with}`} update ${table} set c${targetColumnId} = ${written.value} ${from}`
}

/** By code of the scheme; each of them gives the same classes as ours, which the bench checks. */
const classSqlByCode: Readonly<Record<string, (setting: SqlSetting) => ClassSql>> = {
  dealStatus: ({ names: { sql }, today }) => ({
    value: `case when ${sql('customer.orderCount')} >= 1 then 1 when ${sql('customer.lastNegotiationTime')} >= date('${today}', '-30 days') then 2 else 3 end`,
  }),
  importance: ({ names }) => {
    const [lately, potential] = [names.sql('customer.amount12Months'), names.sql('customer.annualPotential')]
    const value = `case when ${lately} is null then ${potential} when ${potential} is null then ${lately} else max(${lately}, ${potential}) end`
    return {
      with: `sorted as materialized (select ${value} as v, row_number() over (order by ${value}) - 1 as place, (count(*) over () - 1) * 0.8 as wanted
          from ${tableOf(names)} where ${value} <> 0),
        cut as (select max(10000, lower + (upper - lower) * (wanted - cast(wanted as integer))) as v from (select
          max(wanted) as wanted, max(v) filter (where place = cast(wanted as integer)) as lower,
          coalesce(max(v) filter (where place = cast(wanted as integer) + 1), max(v) filter (where place = cast(wanted as integer))) as upper from sorted))`,
      value: `case when ${lately} is null and ${potential} is null then null when (${value}) >= (select v from cut) then 1 else 2 end`,
    }
  },
  urgency: ({ names: { sql }, today }) => {
    const due = `coalesce(${sql('customer.handleBy')}, ${sql('customer.nextFollowUpTime')})`
    const before = (days: number): string => `${due} < date('${today}', '+${days} days')`
    return { value: `case when ${due} is null then 5 when ${before(8)} then 1 when ${before(31)} then 2 when ${before(91)} then 3 else 4 end` }
  },
  needStatus: ({ names: { sql } }) => {
    const need = sql('customer.needTime')
    return { value: `case when ${need} in (1, 2, 3) then 1 when ${need} in (4, 5) then 2 when ${need} = 6 then 3 end` }
  },
  activity: ({ names: { sql }, today }) => {
    const touched = (days: number): string =>
      (['customer.lastOrderDate', 'customer.lastInboundTime'] as const).map((role) => `${sql(role)} >= date('${today}', '-${days} days')`).join(' or ')
    return {
      value: `case when ${touched(90)} then 1 when coalesce(${sql('customer.orderCount')}, 0) < 1 then 2 when ${touched(365)} then 3 else 4 end`,
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
  rfmChinese: ({ names, today }) => {
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
    const cut = (name: string, value: string): string =>
      `${name} as materialized (select ${shares.map(bound).join(', ')} from ${sorted(value)})`
    const passed = (value: string, name: string): string => shares.map((step) => `(${value} > (select q${step} from ${name}))`).join(' + ')
    return {
      with: `${cut('rc', recency)}, ${cut('fc', frequency)}, ${cut('mc', monetary)}, scored as (select id,
        5 - (${passed(recency, 'rc')}) as r, 1 + ${passed(frequency, 'fc')} as f, 1 + ${passed(monetary, 'mc')} as m, ${last} is null as none from ${tableOf(names)})`,
      from: 'scored',
      value: `case when none then 11 ${quintileSegments
        .map(({ r, f, m }, index) => `when r between ${r.join(' and ')} and f between ${f.join(' and ')} and m between ${m.join(' and ')} then ${index + 1}`)
        .join(' ')} else 11 end`,
    }
  },
  lifeCycle: ({ names: { sql }, today }) => {
    const { usualCycleDays, newDays, maturityOrders, declineCycles, exitCycles, exitDaysMin, exitDaysMax } = usualLifeCycle
    const [orders, first, last] = [sql('customer.orderCount'), sql('customer.firstOrderDate'), sql('customer.lastOrderDate')]
    const daysAgo = (days: number): string => `date('${today}', '-${days} days')`
    const exitDays = Math.min(exitDaysMax, Math.max(exitDaysMin, exitCycles * usualCycleDays))
    return {
      value: `case when coalesce(${orders}, 0) <= 0 then 1 when ${last} is null then null when ${last} < ${daysAgo(exitDays)} then 5
        when ${orders} < ${maturityOrders} or ${first} >= ${daysAgo(newDays)} then 2 when ${last} < ${daysAgo(declineCycles * usualCycleDays)} then 4 else 3 end`,
    }
  },
  score: ({ names: { sql }, today }) => {
    const time = sql('customer.lastFollowUpTime')
    const weeks = `${daysBetween(time, `'${today}'`)} / 7`
    const score = `min(100, max(0, case when ${sql('customer.needTime')} in (1, 2, 3) then 20 else 0 end
      + case when ${sql('customer.source')} = 1 then 15 else 0 end
      + case when ${time} >= date('${today}', '-90 days') then 30 * pow(0.9, max(0, ${weeks})) else 0 end
      + min(40, 5 * coalesce(${sql('customer.followUpCount')}, 0))))`
    return { value: `case when ${score} >= 70 then 3 when ${score} >= 40 then 2 else 1 end` }
  },
}

const tableOf = (names: Names): string => `t${names.table('customer')}`

/** Whole days between two dates. */
const daysBetween = (from: string, to: string): string => `cast(julianday(date(${to})) - julianday(date(${from})) as integer)`

function rfm({ sql }: Names, today: string) {
  const last = sql('customer.lastOrderDate')
  return {
    last,
    recency: daysBetween(last, `'${today}'`),
    frequency: `coalesce(${sql('customer.orderCount')}, 0)`,
    monetary: `coalesce(${sql('customer.amountAll')}, 0)`,
  }
}
