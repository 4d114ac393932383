import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { oneWayAnova, type Anova } from '../../models/lib/anova.ts'
import { centred } from '../../models/lib/mean.ts'
import { tQuantile } from '../../models/lib/tQuantile.ts'
import { dimensionSql } from '../../stats/dimensionSql.ts'
import { goOn } from '../../store/context.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'
import { comparisonProblem, type ComparisonProblem } from './comparisonProblem.ts'

export type GroupMean = {
  key: CellValue
  count: number
  mean: number
  /** Null for a single row. */
  deviation: number | null
  /** The 95 % interval of the mean; `isCut`: it would reach below zero, where no value lies. */
  interval: { from: number; to: number; isCut: boolean } | null
}

export type GroupMeans = {
  groups: GroupMean[]
  count: number
  /** Rows without a group or without a number. */
  leftOut: number
  answer: { test: Anova } | { problem: ComparisonProblem }
}

/** The means of a number in the groups of a column, and whether they differ: one-way analysis of variance over all rows that have both. */
export function groupMeansFigures(context: ReadContext, value: Column, group: Column): GroupMeans {
  const { key, compare } = dimensionSql(context.schema, group, 'value', 'r', 0)
  const groups = new Map<CellValue, number[]>()
  let all = 0
  for (const [name = null, number] of context.db.iterate(sql`select ${key}, ${cellRef(value, 'r')} from ${tableRef(value.tableId)} r`)) {
    all += 1
    if (all % 50_000 === 0) goOn(context)
    if (name === null || typeof number !== 'number') continue
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [number])
    else known.push(number)
  }
  return groupMeansOf(
    [...groups].sort(([left], [right]) => compare(left, right)),
    all,
  )
}

/** `all`: how many rows there are, with group and number or without. */
export function groupMeansOf(groups: readonly (readonly [CellValue, readonly number[]])[], all: number): GroupMeans {
  const found = oneWayAnova(groups.map(([, values]) => values))
  const count = groups.reduce((sum, [, values]) => sum + values.length, 0)
  const least = groups.every(([, values]) => values.every((value) => value >= 0)) ? 0 : -Infinity
  const said = { groups: groups.map(([key, values]) => meanOf(key, values, least)), count, leftOut: all - count }
  if (!found.ok) return { ...said, answer: { problem: comparisonProblem(found.failure) } }
  return { ...said, answer: { test: found.value } }
}

/**
 * The mean with its 95 % interval by Student's t (NIST/SEMATECH handbook 1.3.5.2). `least`: what no mean lies below; an
 * interval without its impossible part holds the true mean just as often.
 */
function meanOf(key: CellValue, values: readonly number[], least: number): GroupMean {
  const count = values.length
  const { mean, scale, squares } = centred(values)
  const deviation = count < 2 ? null : Math.sqrt(squares / (count - 1)) * scale
  if (deviation === null || !Number.isFinite(deviation)) return { key, count, mean, deviation: null, interval: null }
  const reach = (tQuantile(0.975, count - 1) * deviation) / Math.sqrt(count)
  return { key, count, mean, deviation, interval: { from: Math.max(least, mean - reach), to: mean + reach, isCut: mean - reach < least } }
}
