import { heldSum } from '#shared/lib/heldSum.ts'
import type { RfmRule } from '#shared/model/classRules/rfmRule.ts'
import { rfmCuts } from '../../models/segments/rfm.ts'
import { join, sql, type RawBuilder } from '../../store/sql.ts'
import { cellOf, type ClassingContext } from '../cellOf.ts'
import { cases, when } from '../cases.ts'
import type { RfmCuts } from '../cuts.ts'
import { daysSinceSql } from '../days.ts'

export type RfmMeasures = { recency: RawBuilder<unknown>; frequency: RawBuilder<unknown>; monetary: RawBuilder<unknown> }

/** Days since the last order, orders, money; orders and money that are not filled in count as nothing. */
export function rfmMeasures(context: ClassingContext, rule: RfmRule, alias: string): RfmMeasures {
  return {
    recency: daysSinceSql(cellOf(context.schema, rule.recencyColumnId, alias), context.today),
    frequency: sql`coalesce(${cellOf(context.schema, rule.frequencyColumnId, alias)}, 0)`,
    monetary: sql`coalesce(${cellOf(context.schema, rule.monetaryColumnId, alias)}, 0)`,
  }
}

/** Where the bins divide; `values` are rows of recency, frequency and money. */
export function rfmCutsOf(rule: RfmRule, values: readonly (readonly number[])[]): RfmCuts {
  const population = values.length
  if (rule.cuts.kind === 'fixed') {
    const { recency, frequency, monetary } = rule.cuts
    return { kind: 'rfm', population, recency, frequency, monetary, reached: { recency: false, others: true } }
  }
  const customers = values.map(([recency = 0, frequency = 0, monetary = 0]) => ({ recency, frequency, monetary }))
  if (rule.cuts.kind === 'mean') {
    const mean = (pick: (customer: (typeof customers)[number]) => number): number[] =>
      population === 0 ? [] : [customers.reduce((sum, customer) => sum + heldSum(pick(customer)), 0) / population]
    const cuts = {
      recency: mean(({ recency }) => recency),
      frequency: mean(({ frequency }) => frequency),
      monetary: mean(({ monetary }) => monetary),
    }
    return { kind: 'rfm', population, ...cuts, reached: { recency: true, others: false } }
  }
  const { bins, method } = rule.cuts
  if (population === 0) return { kind: 'rfm', population, recency: [], frequency: [], monetary: [], reached: { recency: false, others: false } }
  const { recency, frequency, monetary } = rfmCuts(customers, bins, method)
  const reached = method === 'rfm'
  return {
    kind: 'rfm',
    population,
    recency: [...recency],
    frequency: [...frequency],
    monetary: [...monetary],
    reached: { recency: reached, others: reached },
  }
}

export type RfmScoresSql = { r: RawBuilder<unknown>; f: RawBuilder<unknown>; m: RawBuilder<unknown> }

/** The scores of a row, each from 1; of recency the nearest is best. */
export function rfmScoresSql(measures: RfmMeasures, cuts: RfmCuts): RfmScoresSql {
  return {
    r: sql`${cuts.recency.length + 1} - ${passedSql(measures.recency, cuts.recency, cuts.reached.recency)}`,
    f: sql`1 + ${passedSql(measures.frequency, cuts.frequency, cuts.reached.others)}`,
    m: sql`1 + ${passedSql(measures.monetary, cuts.monetary, cuts.reached.others)}`,
  }
}

/** How many bounds a value has passed; `reached`: a value on a bound has passed it. */
function passedSql(measure: RawBuilder<unknown>, cuts: readonly number[], reached: boolean): RawBuilder<unknown> {
  if (cuts.length === 0) return sql`0`
  return sql`(${join(
    cuts.map((cut) => (reached ? sql`(${measure} >= ${cut})` : sql`(${measure} > ${cut})`)),
    ' + ',
  )})`
}

/** Which segment holds first for the scores, from 0; null when none does. */
export function rfmSegmentSql(rule: RfmRule, scores: RfmScoresSql, outcome: (segment: number) => number): RawBuilder<unknown> {
  const between = (score: RawBuilder<unknown>, [low, high]: readonly [number, number]): RawBuilder<unknown> =>
    sql`${score} between ${low} and ${high}`
  return cases(
    rule.segments.map(({ r, f, m }, index) =>
      when(sql`${between(scores.r, r)} and ${between(scores.f, f)} and ${between(scores.m, m)}`, outcome(index)),
    ),
    null,
  )
}

/** 355 for r 3, f 5, m 5; empty for who never ordered. */
export function rfmScoreSql(context: ClassingContext, rule: RfmRule, cuts: RfmCuts, alias: string): RawBuilder<unknown> {
  const measures = rfmMeasures(context, rule, alias)
  const { r, f, m } = rfmScoresSql(measures, cuts)
  return sql`case when ${measures.recency} is not null then 100 * (${r}) + 10 * (${f}) + (${m}) end`
}

export function rfmClassSql(context: ClassingContext, rule: RfmRule, cuts: RfmCuts, fallback: number | null, alias: string): RawBuilder<unknown> {
  const measures = rfmMeasures(context, rule, alias)
  const segment = rfmSegmentSql(rule, rfmScoresSql(measures, cuts), (index) => rule.segments[index]?.optionId ?? 0)
  return sql`case when ${measures.recency} is null then ${fallback} else coalesce(${segment}, ${fallback}) end`
}
