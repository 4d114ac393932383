import type { Distribution, RfmPoint } from '#shared/contract/classes.ts'
import type { ReadContext } from '../context.ts'
import { heldSum } from '#shared/lib/heldSum.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { filterSql } from '../records/filterSql.ts'
import { join, sql, tableRef } from '../store/sql.ts'
import { classSql, measureSql } from './classSql.ts'
import { rank } from './cuts.ts'
import type { Draft } from './preview.ts'
import { rfmMeasures } from './rules/rfmSql.ts'
import { numberOrNull } from './numberOrNull.ts'

const mostBins = 40
const curvePoints = 100

/** How the measure of a draft is spread; a decision table measures nothing. */
export function distributionOf(context: ReadContext, draft: Draft): Distribution {
  const measure = measureSql(context, draft, rank(context, draft)?.cuts ?? null, 'r')
  const inScope = filterSql(context, draft.tableId, draft.scope, 'r')
  const [all = 0] = context.db.ids(sql`select count(*) from ${tableRef(draft.tableId)} r where ${inScope}`)
  if (measure === null) return { count: 0, empty: all, bins: [], curve: [], rowsForFourFifths: null }
  const values = Float64Array.from(
    context.db.ids(sql`select ${measure} from ${tableRef(draft.tableId)} r where (${inScope}) and ${measure} is not null`),
  ).sort()
  return { count: values.length, empty: all - values.length, bins: binsOf(values, rangeOf(draft.rule)), ...concentration(values) }
}

/** The scale of a measure that has one of its own. */
function rangeOf(rule: Rule): { from: number; to: number } | null {
  if (rule.kind === 'alive') return { from: 0, to: 1 }
  if (rule.kind === 'rankScore') return { from: 0, to: 100 }
  return rule.kind === 'score' && rule.highest > rule.lowest ? { from: rule.lowest, to: rule.highest } : null
}

/** Equal bins of round width. A few far values do not press the others into one bin: the last holds all beyond the 99th percentile. */
function binsOf(ascending: Float64Array, range: { from: number; to: number } | null): Distribution['bins'] {
  const [least, most] = range === null ? [ascending[0], ascending.at(-1)] : [range.from, range.to]
  if (least === undefined || most === undefined) return []
  if (least === most) return [{ from: least, to: most, count: ascending.length }]
  const far = range === null ? (ascending[Math.floor((ascending.length - 1) * 0.99)] ?? most) : most
  const reach = far > least ? far : most
  const width = roundWidth(reach / (mostBins - 1) - least / (mostBins - 1))
  const start = finite(Math.floor(least / width) * width)
  // The end of a fixed scale belongs to its last bin.
  const count = range === null ? Math.min(mostBins, Math.floor((most - start) / width) + 1) : Math.ceil((most - start) / width)
  const counts = Array.from({ length: count }, () => 0)
  for (const value of ascending) {
    const place = Math.min(count - 1, Math.floor((value - start) / width))
    counts[place] = (counts[place] ?? 0) + 1
  }
  const edge = (index: number): number => finite(Number((start + index * width).toPrecision(12)))
  return counts.map((each, index) => ({
    from: edge(index),
    to: index === count - 1 ? Math.max(most, edge(index + 1)) : edge(index + 1),
    count: each,
  }))
}

const finite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value))

/** 1, 2 or 5 times a power of ten, not less than asked. */
function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10
  return Number((step * power).toPrecision(12))
}

function concentration(ascending: Float64Array): Pick<Distribution, 'curve' | 'rowsForFourFifths'> {
  const positive = ascending
    .subarray(ascending.findIndex((value) => value > 0))
    .toReversed()
    .map(heldSum)
  const total = positive.reduce((sum, value) => sum + value, 0)
  if (!(total > 0) || (positive[0] ?? 0) <= 0) return { curve: [], rowsForFourFifths: null }
  const every = Math.max(1, Math.floor(positive.length / curvePoints))
  const curve = [{ rows: 0, share: 0 }]
  let rowsForFourFifths: number | null = null
  let sum = 0
  positive.forEach((value, index) => {
    sum += value
    if (rowsForFourFifths === null && sum >= 0.8 * total) rowsForFourFifths = index + 1
    if ((index + 1) % every === 0 || index === positive.length - 1)
      curve.push({ rows: (index + 1) / positive.length, share: Math.min(1, sum / total) })
  })
  return { curve, rowsForFourFifths }
}

/** Customers with an order as points, spread evenly over the table when there are more than `limit`. */
export function rfmPointsOf(context: ReadContext, draft: Draft, limit: number): RfmPoint[] {
  const { rule } = draft
  if (rule.kind !== 'rfm') return []
  const { recency, frequency, monetary } = rfmMeasures(context, rule, 'r')
  const due = classSql(context, draft, rank(context, draft)?.cuts ?? null, 'r')
  const table = tableRef(draft.tableId)
  const where = sql`(${filterSql(context, draft.tableId, draft.scope, 'r')}) and ${recency} is not null`
  const [all = 0] = context.db.ids(sql`select count(*) from ${table} r where ${where}`)
  const every = Math.max(1, Math.ceil(all / limit))
  return context.db
    .rows(sql`
      with numbered as (select ${join([recency, frequency, monetary, due])}, row_number() over (order by r.id) as place from ${table} r where ${where})
      select * from numbered where place % ${every} = ${every === 1 ? 0 : 1}`)
    .map(([days, orders, money, option]) => ({
      recency: Number(days),
      frequency: Number(orders),
      monetary: Number(money),
      optionId: numberOrNull(option),
    }))
}
