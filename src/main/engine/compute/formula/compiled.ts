import type { ErrorCode } from '#shared/formula/errorCode.ts'
import { join, sql, type RawBuilder } from '../../store/sql.ts'

export type Sql = RawBuilder<unknown>

/**
 * One value as SQL. `value` is null where there is nothing, and where the evaluation failed; `error` is the code of
 * the failure, null where there is none. A null `error` says that this cannot fail.
 */
export type Scalar = {
  kind: 'scalar'
  value: Sql
  error: Sql | null
  mayBeEmpty: boolean
  /** What it always is, if the formula says so itself: `2` in `ROUND({金额}, 2)`. */
  literal?: string | number | boolean | null
  /** For money: how many of its smallest units make one of the currency, so that sums are exact. */
  unit?: number
}

/** The values of some rows: `value` and `error` read under `source`, a `from … where …`, in the order of `order`. */
export type List = { kind: 'list'; source: Sql; value: Sql; error: Sql | null; order: Sql | null; unit?: number }

export type Compiled = Scalar | List

export const nothing: Scalar = { kind: 'scalar', value: sql`null`, error: null, mayBeEmpty: true, literal: null }

/** A value that is always there unless one of `from` failed; `errors` are failures of its own, asked in turn. */
export function filled(value: Sql, from: readonly Compiled[] = [], ...errors: Sql[]): Scalar {
  return { kind: 'scalar', value, error: firstError(from, ...errors), mayBeEmpty: false }
}

/** The same for a value that may be empty. */
export function possiblyEmpty(value: Sql, from: readonly Compiled[] = [], ...errors: Sql[]): Scalar {
  return { ...filled(value, from, ...errors), mayBeEmpty: true }
}

/** The value, with another in place of an empty cell; still null where it failed. */
export function orElse(scalar: Scalar, other: Sql): Sql {
  if (!scalar.mayBeEmpty) return scalar.value
  if (scalar.literal !== undefined && scalar.literal !== null) return scalar.value
  if (scalar.error === null) return sql`coalesce(${scalar.value}, ${other})`
  return sql`coalesce(${scalar.value}, case when ${scalar.error} is null then ${other} end)`
}

/** Operators take an empty cell as 0, as spreadsheets do. */
export const numberOf = (scalar: Scalar): Sql => orElse(scalar, sql`0`)

export const textOf = (scalar: Scalar): Sql => orElse(scalar, sql`''`)

/** Whether a boolean holds: 1, 0, or null where it failed. */
export const truthOf = (scalar: Scalar): Sql => orElse(scalar, sql`0`)

/** The first failure among the values and the conditions after them; null when nothing can fail. */
export function firstError(from: readonly Compiled[], ...errors: Sql[]): Sql | null {
  const all = [...from.flatMap((each) => errorOf(each) ?? []), ...errors]
  if (all.length < 2) return all[0] ?? null
  return sql`coalesce(${join(all)})`
}

/** `code` where the condition holds. */
export const failsWhen = (condition: Sql, code: ErrorCode): Sql => sql`case when ${condition} then ${code} end`

/** The failure of a value; of a list, the first that one of its rows has. */
export function errorOf(compiled: Compiled): Sql | null {
  if (compiled.kind === 'scalar' || compiled.error === null) return compiled.error
  return sql`(select e from (select ${compiled.error} as e ${compiled.source}) where e is not null limit 1)`
}

/** The value, null where one of the arguments failed: for SQL that does not pass a null on by itself. */
export function unlessFailed(args: readonly Compiled[], value: Sql): Sql {
  const error = firstError(args)
  return error === null ? value : sql`case when ${error} is null then ${value} end`
}

/** One aggregate over a list: `aggregated(list, (value) => sql`max(${value})`)`. */
export function aggregated(list: List, over: (value: Sql) => Sql): Sql {
  return sql`(select ${over(list.value)} ${list.source})`
}

/** Several arguments as one list: `SUM({链接.金额}, {运费}, 5)`. */
export function itemsOf(args: readonly Compiled[]): List {
  const [only] = args
  if (args.length === 1 && only?.kind === 'list') return only
  const parts = args.map((arg) =>
    arg.kind === 'list'
      ? sql`select v, e from (select ${arg.value} as v, ${arg.error ?? sql`null`} as e ${arg.source} ${arg.order === null ? sql`` : sql`order by ${arg.order}`})`
      : sql`select ${arg.value} as v, ${arg.error ?? sql`null`} as e`,
  )
  const units = new Set(args.map((arg) => arg.unit))
  const [unit] = units.size === 1 ? units : []
  return {
    kind: 'list',
    source: sql`from (${join(parts, ' union all ')}) items`,
    value: sql.ref('items.v'),
    error: args.some((arg) => arg.error !== null) ? sql.ref('items.e') : null,
    order: null,
    ...(unit === undefined ? {} : { unit }),
  }
}
