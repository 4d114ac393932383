import { sql, type RawBuilder } from '../store/sql.ts'

/** Whole calendar days from one date to another, whatever the times of day; negative when `to` is earlier. */
export function daysBetweenSql(from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cast(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) as integer)`
}

/** Whole days from a date until today. What is dated after today has not passed: it counts as today, and never as a negative number of days. */
export function daysSinceSql(date: RawBuilder<unknown>, today: string): RawBuilder<unknown> {
  return sql`max(0, ${daysBetweenSql(date, sql`${today}`)})`
}
