import type { Explanation, ExplanationReason } from '#shared/contract/classes.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { uidTime } from '#shared/lib/uidTime.ts'
import { lifeCyclePhases } from '#shared/model/classRules/lifeCycleRule.ts'
import { isInForce } from '#shared/model/classLock.ts'
import { inputsOf } from '#shared/model/schemeInputs.ts'
import { tagsOfRule } from '#shared/model/classRules/tagsRule.ts'
import { readIds } from '#shared/model/idList.ts'
import { downgradeAfterOf, keepsClasses, type RuleOf, type Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { keptOf } from '../store/keptClasses.ts'
import { locksOf } from '../store/classLocks.ts'
import { cellRef, columnRef, join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { descending, type Band } from './cases.ts'
import { cellOf } from './cellOf.ts'
import { classSql, decidingRowSql, measureSql, rankCutsOf, rfmCutsFor, thresholdOf } from './classSql.ts'
import { readRanking, type Cuts } from './cuts.ts'
import { isMoney, metricSql } from './metricSql.ts'
import { heldSql } from '../compute/money.ts'
import { lastMove, lastMoveOfTag } from './moves.ts'
import { classCell } from './movesBetween.ts'
import { cycleSql, lifeCycleSql } from './rules/lifeCycleSql.ts'
import { isWithinShare } from './rules/paretoShare.ts'
import { ranksSql } from './rules/rankScoreSql.ts'
import { rfmMeasures, rfmScoresSql } from './rules/rfmSql.ts'
import { pointsSql } from './rules/scoreSql.ts'
import { linesSql } from './rules/tagsSql.ts'
import { numberOrNull } from './numberOrNull.ts'

/** Why a row has its class: the values read, and the part of the rule that decided. */
export function explain(context: ReadContext, scheme: Scheme, rowId: number): Explanation | null {
  if (!isWorking(context.schema, scheme)) return null
  const cuts = readRanking(context.db, scheme.id)?.cuts ?? null
  const inputs = inputsOf(scheme).flatMap((id) => context.schema.columns.get(id) ?? [])
  const details = detailsSql(context, scheme, cuts, 'r')
  const selected: RawBuilder<unknown>[] = [
    sql`r.created_at`,
    columnRef(scheme.targetColumnId, 'r'),
    classSql(context, scheme, cuts, 'r'),
    filterSql(context, scheme.tableId, scheme.scope, 'r'),
    measureSql(context, scheme, cuts, 'r') ?? sql`null`,
    ...details,
    ...inputs.map((column) => cellRef(column, 'r')),
  ]
  const [row] = context.db.rows(sql`select ${join(selected)} from ${tableRef(scheme.tableId)} r where r.id = ${rowId}`)
  if (row === undefined) return null
  const [madeAt, option, ruled, inScope, measured, ...rest] = row
  const metric = numberOrNull(measured)
  const isTags = scheme.rule.kind === 'tags'
  const optionId = isTags ? null : numberOrNull(option)
  const lock = locksOf(context.db, scheme.id, [rowId]).get(rowId)
  const lockInForce = lock !== undefined && isInForce(lock, context.today) ? lock : null
  const found = rest.slice(0, details.length).map(numberOrNull)
  return {
    schemeId: scheme.id,
    optionId,
    optionIds: isTags ? readIds(classCell(option)) : [],
    values: inputs.map((column, index) => ({ columnId: column.id, value: rest[details.length + index] ?? null })),
    metric,
    reason: inScope === 1 ? reasonOf(context, scheme, cuts, metric, found, { id: rowId, madeAt: String(madeAt) }) : { kind: 'outOfScope' },
    since: isTags ? null : sinceOf(context, scheme, rowId, optionId, String(madeAt)),
    waiting: lockInForce === null ? waitingOf(context, scheme, rowId, optionId, numberOrNull(ruled)) : null,
    lock:
      lockInForce === null
        ? null
        : { ...lockInForce, ruledOptionId: isTags ? null : numberOrNull(ruled), ruledOptionIds: isTags ? readIds(classCell(ruled)) : [] },
  }
}
/** What the rule says, where a scheme that keeps classes has the row wait. */
function waitingOf(
  context: ReadContext,
  scheme: Scheme,
  rowId: number,
  optionId: number | null,
  ruledOptionId: number | null,
): Explanation['waiting'] {
  if (!keepsClasses(scheme) || optionId === ruledOptionId) return null
  return { ruledOptionId, against: keptOf(context.db, scheme.id, rowId)?.against ?? 0, after: downgradeAfterOf(scheme) }
}

/** What a reason tells besides the measure, as SQL in the order in which `reasonOf` takes it. */
function detailsSql(context: ReadContext, scheme: Scheme, cuts: Cuts | null, alias: string): RawBuilder<unknown>[] {
  const { rule } = scheme
  switch (rule.kind) {
    case 'decisionTable':
      return [decidingRowSql(context, scheme, rule, alias)]
    case 'score':
      return rule.lines.map((line) => pointsSql(context, scheme.tableId, line, alias))
    case 'rfm': {
      const measures = rfmMeasures(context, rule, alias)
      const { r, f, m } = rfmScoresSql(measures, rfmCutsFor(rule, cuts))
      return [r, f, m, measures.recency, measures.frequency, measures.monetary]
    }
    case 'lifeCycle':
      return [cellOf(context.schema, rule.orderCountColumnId, alias), cycleSql(context, rule, alias), lifeCycleSql(context, rule, null, alias)]
    case 'alive':
      return [cellOf(context.schema, rule.orderDaysColumnId, alias)]
    case 'tags':
      return linesSql(context, scheme.tableId, rule, alias)
    case 'rankScore':
      return ranksSql(context, rule, rankCutsOf(cuts), alias)
    default:
      return []
  }
}

function reasonOf(
  context: ReadContext,
  scheme: Scheme,
  cuts: Cuts | null,
  metric: number | null,
  details: readonly (number | null)[],
  row: { id: number; madeAt: string },
): ExplanationReason {
  const { rule } = scheme
  const [first = null, second = null, third = null] = details
  switch (rule.kind) {
    case 'bands':
      return bandReason(rule.bands, metric)
    case 'decisionTable':
      return first === null ? { kind: 'fallback' } : { kind: 'decision', row: first }
    case 'percentile': {
      const threshold = thresholdOf(rule, cuts)
      return metric === null ? { kind: 'fallback' } : { kind: 'percentile', threshold, upper: metric >= threshold }
    }
    case 'pareto':
      return metric === null || metric <= 0 ? { kind: 'nothing' } : paretoReason(context, scheme, rule, cuts, metric)
    case 'score': {
      const band = bandReason(rule.bands, metric)
      return metric === null || band.kind !== 'band'
        ? { kind: 'fallback' }
        : { ...band, kind: 'score', score: metric, points: details.map((points) => points ?? 0) }
    }
    case 'rfm': {
      const [r = null, f = null, m = null, recency = null, frequency = null, monetary = null] = details
      if (metric === null || r === null || f === null || m === null) return { kind: 'fallback' }
      return { kind: 'rfm', scores: { r, f, m }, recency: recency ?? 0, frequency: frequency ?? 0, monetary: monetary ?? 0 }
    }
    case 'lifeCycle': {
      const phase = lifeCyclePhases.find((each) => rule.phases[each] === third)
      return phase === undefined
        ? { kind: 'fallback' }
        : { kind: 'lifeCycle', phase, orders: first ?? 0, recency: metric, cycle: second ?? rule.usualCycleDays }
    }
    case 'alive': {
      if (first === 1) return { kind: 'once' }
      if (cuts?.kind === 'alive' && cuts.failure !== null && first !== null)
        return { kind: 'notFitted', failure: cuts.failure, population: cuts.population }
      if (metric === null) return { kind: 'fallback' }
      const band = bandReason(rule.bands, metric)
      return band.kind === 'band' ? { ...band, kind: 'alive', probability: metric } : band
    }
    case 'manual':
      return { kind: 'nobody' }
    case 'tags': {
      const tags = tagsOfRule(rule)
        .map(({ optionId, lines }) => ({ optionId, lines: lines.filter((line) => details[line] === 1) }))
        .filter(({ lines }) => lines.length > 0)
      if (tags.length === 0) return { kind: 'fallback' }
      return { kind: 'tags', tags: tags.map((tag) => ({ ...tag, since: tagSinceOf(context, scheme, row, tag.optionId) })) }
    }
    case 'rankScore': {
      if (metric === null) return { kind: 'nothing' }
      const band = bandReason(rule.bands, metric)
      const ranks = details.map((each) => each ?? 0)
      return band.kind === 'band' ? { ...band, kind: 'rankScore', score: metric, ranks, population: cuts?.population ?? 0 } : band
    }
    default:
      return assertNever(rule)
  }
}

function bandReason(
  ofRule: readonly Band[],
  metric: number | null,
): { kind: 'fallback' } | { kind: 'band'; from: number | null; below: number | null } {
  if (metric === null) return { kind: 'fallback' }
  const bands = descending(ofRule)
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
  const unitsOf = (value: RawBuilder<unknown>) => heldSql(isMoney(context.schema, rule.metric) ? sql`round(${value} * 100)` : value)
  const units = unitsOf(sql`v`)
  const [row] = context.db.rows(sql`
    with measured as (select ${metricSql(context, rule.metric, 'r')} as v from ${tableRef(scheme.tableId)} r)
    select total(${units}) filter (where v > ${metric}) / total(${units}),
      count(*) filter (where v > ${metric}), count(*), ${unitsOf(sql`${metric}`)} / total(${units})
    from measured where v > 0`)
  const before = Number(row?.[0] ?? 0)
  const own = Number(row?.[3] ?? 0)
  const below = rule.shares.find((share) => isWithinShare(rule, { before, own }, share.below))?.below ?? 1
  const said = { kind: 'share' as const, before, rank: Number(row?.[1] ?? 0) + 1, population: Number(row?.[2] ?? 0), below }
  return rule.counting === 'within' ? { ...said, within: before + own } : said
}

/** The last line about a tag says since when a row has it; without any it has it since it, or the scheme, was made. */
function tagSinceOf(context: ReadContext, scheme: Scheme, row: { id: number; madeAt: string }, tag: number): string | null {
  const move = lastMoveOfTag(context, scheme.id, row.id, tag)
  if (move !== undefined) return move.to === tag ? move.at : null
  return madeSince(scheme, row.madeAt)
}

/** The last move says since when; a row that never moved has been there since it, or the scheme, was made. */
function sinceOf(context: ReadContext, scheme: Scheme, rowId: number, optionId: number | null, rowMadeAt: string): string | null {
  const move = lastMove(context, scheme.id, rowId)
  if (move !== undefined) return move.to === optionId ? move.at : null
  return madeSince(scheme, rowMadeAt)
}

function madeSince(scheme: Scheme, rowMadeAt: string): string | null {
  const made = new Date(Math.max(Date.parse(rowMadeAt), uidTime(scheme.uid)))
  return Number.isNaN(made.getTime()) ? null : made.toISOString()
}
