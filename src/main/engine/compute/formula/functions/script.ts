import type { FunctionName } from '#shared/formula/functionName.ts'
import type { SqlFunction } from '../../../store/functions.ts'
import { sql } from '../../../store/sql.ts'
import type { ErrorCode } from '#shared/formula/errorCode.ts'
import { filled, unlessFailed } from '../compiled.ts'
import { argument, type FunctionSql } from './functionSql.ts'
import { knowingLastCalls } from './lastCalls.ts'

/** What a function written in TypeScript gives: a value, nothing, or the code of a failure. */
export type Outcome = string | number | null | { error: ErrorCode }

/** A function that SQL cannot say: pure, over the values as the cells hold them (dates as ISO text, booleans as 1 and 0). */
export type Script = {
  name: FunctionName
  run: (...values: (string | number | null)[]) => Outcome
  /** Whether it gives nothing for some values that are no failure. */
  mayBeEmpty: boolean
}

/** How the engine's SQL calls it. */
export const scriptSql =
  ({ name, mayBeEmpty }: Script): FunctionSql =>
  ({ args }) => {
    const values = sql.join(args.map((_, index) => argument(args, index).value))
    const result = unlessFailed(args, sql`${sql.raw(valueName(name))}(${values})`)
    const scalar = filled(result, args, sql`${sql.raw(errorName(name))}(${values})`)
    return mayBeEmpty ? { ...scalar, mayBeEmpty } : scalar
  }

/** The SQL functions behind scripts: one gives the value, the other the failure. */
export function sqlFunctionsOf(scripts: readonly Script[]): SqlFunction[] {
  return scripts.flatMap(({ name, run }) => {
    const outcome = knowingLastCalls((values: readonly unknown[]): Outcome => run(...values.map(cellValue)))
    return [
      { name: valueName(name), run: (...values) => valueOf(outcome(values)) },
      { name: errorName(name), run: (...values) => failureOf(outcome(values)) },
    ]
  })
}

const valueName = (name: FunctionName): string => `kebu_f_${name.toLowerCase()}`
const errorName = (name: FunctionName): string => `kebu_e_${name.toLowerCase()}`

const valueOf = (outcome: Outcome): string | number | null => (typeof outcome === 'object' ? null : outcome)
const failureOf = (outcome: Outcome): string | null => (typeof outcome === 'object' && outcome !== null ? outcome.error : null)

const cellValue = (value: unknown): string | number | null => (typeof value === 'string' || typeof value === 'number' ? value : null)
