import type { Explanation, ExplanationReason } from '#shared/contract/classes.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { RuleOf, Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { cellRef, columnRef, join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { inputsOf, isWorking } from './classColumns.ts'
import { decidingRowSql, descending, metricOf, thresholdOf } from './classSql.ts'
import { readRanking, type Cuts } from './cuts.ts'
import { isMoney, metricSql } from './metricSql.ts'
import { lastMove } from './moves.ts'

/** Why a row has its class: the values read, and the part of the rule that decided. */
export function explain(context: ReadContext, scheme: Scheme, rowId: number): Explanation | null {
  if (!isWorking(context.schema, scheme)) return null
  const { rule } = scheme
  const inputs = inputsOf(rule).flatMap((id) => context.schema.columns.get(id) ?? [])
  const metric = metricOf(rule)
  const selected: RawBuilder<unknown>[] = [
    sql`r.created_at`,
    columnRef(scheme.targetColumnId, 'r'),
    metric === null ? sql`null` : metricSql(context, metric, 'r'),
    rule.kind === 'decisionTable' ? decidingRowSql(context, scheme, rule, 'r') : sql`null`,
    ...inputs.map((column) => cellRef(column, 'r')),
  ]
  const [row] = context.db.rows(sql`select ${join(selected)} from ${tableRef(scheme.tableId)} r where r.id = ${rowId}`)
  if (row === undefined) return null
  const [madeAt, option, measured, decided, ...values] = row
  const value = numberOrNull(measured)
  const optionId = numberOrNull(option)
  return {
    schemeId: scheme.id,
    optionId,
    values: inputs.map((column, index) => ({ columnId: column.id, value: values[index] ?? null })),
    metric: value,
    reason: reasonOf(context, scheme, value, numberOrNull(decided)),
    since: sinceOf(context, scheme, rowId, optionId, String(madeAt)),
  }
}

function reasonOf(context: ReadContext, scheme: Scheme, metric: number | null, decidingRow: number | null): ExplanationReason {
  const { rule } = scheme
  const cuts = readRanking(context.db, scheme.id)?.cuts ?? null
  switch (rule.kind) {
    case 'bands':
      return bandReason(rule, metric)
    case 'decisionTable':
      return decidingRow === null ? { kind: 'fallback' } : { kind: 'decision', row: decidingRow }
    case 'percentile': {
      const threshold = thresholdOf(rule, cuts)
      return metric === null ? { kind: 'fallback' } : { kind: 'percentile', threshold, upper: metric >= threshold }
    }
    case 'pareto':
      return metric === null || metric <= 0 ? { kind: 'nothing' } : paretoReason(context, scheme, rule, cuts, metric)
    default:
      return assertNever(rule)
  }
}

function bandReason(rule: RuleOf<'bands'>, metric: number | null): ExplanationReason {
  if (metric === null) return { kind: 'fallback' }
  const bands = descending(rule.bands)
  const index = bands.findIndex((band) => band.from === null || metric >= band.from)
  const band = bands[index]
  return band === undefined ? { kind: 'fallback' } : { kind: 'band', from: band.from, below: bands[index - 1]?.from ?? null }
}

function paretoReason(context: ReadContext, scheme: Scheme, rule: RuleOf<'pareto'>, cuts: Cuts | null, metric: number): ExplanationReason {
  const population = cuts?.population ?? 0
  if (population < rule.minimumPopulation && rule.absolute.length > 0) {
    const step = rule.absolute.slice(0, -1).find(({ from }) => metric >= from)
    return { kind: 'absolute', from: step?.from ?? null, population, minimumPopulation: rule.minimumPopulation }
  }
  const units = isMoney(context.schema, rule.metric) ? sql`round(v * 100)` : sql`v`
  const [row] = context.db.rows(sql`
    with measured as (select ${metricSql(context, rule.metric, 'r')} as v from ${tableRef(scheme.tableId)} r)
    select total(${units}) filter (where v > ${metric}) / total(${units}),
      count(*) filter (where v > ${metric}), count(*)
    from measured where v > 0`)
  const before = Number(row?.[0] ?? 0)
  const below = rule.shares.find((share) => before < share.below)?.below ?? 1
  return { kind: 'share', before, rank: Number(row?.[1] ?? 0) + 1, population: Number(row?.[2] ?? 0), below }
}

/** The last move says since when; a row that never moved has been there since it, or the scheme, was made. */
function sinceOf(context: ReadContext, scheme: Scheme, rowId: number, optionId: number | null, rowMadeAt: string): string | null {
  const move = lastMove(context, scheme.id, rowId)
  if (move !== undefined) return move.to === optionId ? move.at : null
  const made = new Date(Math.max(Date.parse(rowMadeAt), uidTime(scheme.uid)))
  return Number.isNaN(made.getTime()) ? null : made.toISOString()
}

/** A UUID version 7 begins with the milliseconds at which it was made (RFC 9562, section 5.7). */
const uidTime = (uid: string): number => Number.parseInt(uid.replaceAll('-', '').slice(0, 12), 16)

const numberOrNull = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null)
