import type { Typed } from '#shared/formula/typed.ts'
import { sql } from '../../../store/sql.ts'
import { filled, nothing, numberOf, textOf, type Compiled, type Scalar, type Sql } from '../compiled.ts'
import type { Scope } from '../scope.ts'

/** A call with its arguments compiled; the checked arguments tell their types and where they come from. */
export type Call = { call: Extract<Typed, { kind: 'call' }>; args: readonly Compiled[]; scope: Scope }

/** What a function is in SQL. */
export type FunctionSql = (call: Call) => Compiled

/** The argument at a place as one value; what is left out is nothing. */
export function argument(args: readonly Compiled[], index: number): Scalar {
  const arg = args[index]
  return arg?.kind === 'scalar' ? arg : nothing
}

/** A function of numbers that gives a number for any of them; empty ones are 0. */
export function ofNumbers(write: (...numbers: Sql[]) => Sql): FunctionSql {
  return ({ args }) => filled(write(...args.map((_, index) => numberOf(argument(args, index)))), args)
}

/** A function of texts that gives a value for any of them; empty ones are the empty text. */
export function ofTexts(write: (...texts: Sql[]) => Sql): FunctionSql {
  return ({ args }) => filled(write(...args.map((_, index) => textOf(argument(args, index)))), args)
}

/** A value with failures of its own, null where one of them is there. */
export function failing(args: readonly Compiled[], value: Sql, ...errors: Sql[]): Scalar {
  return filled(sql`case when ${sql.join(errors, sql` is null and `)} is null then ${value} end`, args, ...errors)
}
