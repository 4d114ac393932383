import { largestSum } from '#shared/lib/heldSum.ts'
import type { ScoreLine, ScoreRule } from '#shared/model/classRules/scoreRule.ts'
import type { ReadContext } from '../../context.ts'
import { filterSql } from '../../records/filterSql.ts'
import { join, sql, type RawBuilder } from '../../store/sql.ts'
import { cellOf } from '../cellOf.ts'
import { daysSinceSql } from '../days.ts'

/** The score of a row; empty when a number it cannot do without is. */
export function scoreSql(context: ReadContext, tableId: number, rule: ScoreRule, alias: string): RawBuilder<unknown> {
  const sum = join(
    rule.lines.map((line) => pointsSql(context, tableId, line, alias)),
    ' + ',
  )
  return sql`min(${rule.highest}, max(${rule.lowest}, ${sum}))`
}

/** What one line gives a row. */
export function pointsSql(context: ReadContext, tableId: number, line: ScoreLine, alias: string): RawBuilder<unknown> {
  if (line.kind === 'number') {
    const cell = cellOf(context.schema, line.columnId, alias)
    const points = sql`${line.each} * ${line.emptyIsZero ? sql`coalesce(${cell}, 0)` : cell}`
    const most = line.most ?? largestSum
    return sql`min(${most}, max(${-most}, ${points}))`
  }
  const held = filterSql(context, tableId, line.when, alias)
  if (line.decay === null) return sql`case when ${held} then ${line.points} else 0 end`
  // Whole weeks, so that an owner can follow the reckoning; without a date nothing has passed.
  const days = daysSinceSql(cellOf(context.schema, line.decay.sinceColumnId, alias), context.today)
  return sql`case when ${held} then ${line.points} * pow(${1 - line.decay.perWeek}, coalesce(${days} / 7, 0)) else 0 end`
}
