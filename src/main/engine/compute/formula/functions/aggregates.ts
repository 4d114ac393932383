import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { aggregated, failsWhen, filled, itemsOf, possiblyEmpty, type Compiled, type List, type Scalar, type Sql } from '../compiled.ts'
import type { FunctionSql } from './functionSql.ts'

/** Over the values of linked rows and of other arguments alike; empty values are left out. */
export const aggregateFunctions = {
  SUM: ({ args }) => {
    const list = itemsOf(args)
    const { unit } = list
    const sum = overItems(list, (value) => (unit === undefined ? sql`total(${value})` : sql`coalesce(${exactTotal(value, unit)}, 0)`))
    return unit === undefined ? sum : { ...sum, unit }
  },
  AVERAGE: ({ args }) => {
    const list = itemsOf(args)
    const none = sql`${aggregated(list, (value) => sql`count(${value})`)} = 0`
    const average = (value: Sql): Sql => (list.unit === undefined ? sql`avg(${value})` : sql`${exactTotal(value, list.unit)} / count(${value})`)
    return { ...overItems(list, average), ...errorsOf(list, failsWhen(none, errorCodes.divisionByZero)) }
  },
  COUNT: ({ args }) => overItems(itemsOf(args), (value) => sql`count(case when typeof(${value}) in ('integer', 'real') then 1 end)`),
  COUNTA: ({ args }) => overItems(itemsOf(args), (value) => sql`count(nullif(${value}, ''))`),
  COUNTALL: ({ args }) => overItems(itemsOf(args), () => sql`count(*)`),
  COUNTBLANK: ({ args }) => overItems(itemsOf(args), (value) => sql`count(*) - count(nullif(${value}, ''))`),
  MAX: extreme('max'),
  MIN: extreme('min'),
} satisfies Record<string, FunctionSql>

/** Money in its smallest units: no sum is off by a binary fraction. */
const exactTotal = (value: Sql, unit: number): Sql => sql`sum(cast(round(${value} * ${sql.raw(String(unit))}) as integer)) / ${sql.raw(`${unit}.0`)}`

/** An aggregate that has a value for any list, the empty one too. */
export function overItems(list: List, over: (value: Sql) => Sql): Scalar {
  return filled(guarded(list, aggregated(list, over)), [list])
}

/** One that is empty for an empty list. */
export function overSome(args: readonly Compiled[], over: (value: Sql) => Sql): Scalar {
  const list = itemsOf(args)
  const unit = list.unit === undefined ? {} : { unit: list.unit }
  return { ...possiblyEmpty(guarded(list, aggregated(list, over)), [list]), ...unit }
}

function extreme(which: 'max' | 'min'): FunctionSql {
  return ({ args }) => overSome(args, (value) => (which === 'max' ? sql`max(${value})` : sql`min(${value})`))
}

/** A list with a failed value among its rows has no sum: leaving that row out would be a wrong number that looks right. */
export function guarded(list: List, value: Sql): Sql {
  return list.error === null
    ? value
    : sql`case when not exists (select 1 from (select ${list.error} as e ${list.source}) where e is not null) then ${value} end`
}

const errorsOf = (list: List, error: Sql): Pick<Scalar, 'error'> => ({ error: filled(sql`null`, [list], error).error })
