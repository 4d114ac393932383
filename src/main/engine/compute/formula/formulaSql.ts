import type { Typed } from '#shared/formula/typed.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../../store/context.ts'
import { sql } from '../../store/sql.ts'
import { checkedFormula } from './checked.ts'
import { compileScalar } from './compile.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { firstError, failsWhen, type Sql } from './compiled.ts'
import { rowScope } from './scope.ts'

/** A formula over the row under `alias`: its value, null where it is empty or failed, and the code of its failure. */
export function formulaSql(context: ReadContext, column: ColumnOf<'formula'>, alias: string): { value: Sql; error: Sql } {
  const checked = checkedFormula(context.schema, column)
  return checked.ok ? treeSql(context, checked.value, alias) : { value: sql`null`, error: sql`${errorCodes.link}` }
}

/** The same for a tree that belongs to no column yet. */
export function treeSql(context: ReadContext, tree: Typed, alias: string): { value: Sql; error: Sql } {
  const result = compileScalar(tree, rowScope(context, alias))
  if (tree.type.of === 'text') return { value: sql`nullif(${result.value}, '')`, error: result.error ?? sql`null` }
  if (tree.type.of !== 'number' || !isCalculated(tree)) return { value: result.value, error: result.error ?? sql`null` }
  // What is too large for a double comes as infinity, which no cell holds.
  const tooLarge = failsWhen(sql`abs(${result.value}) > 1.7976931348623157e308`, errorCodes.number)
  return { value: sql`nullif(nullif(${result.value}, 9e999), -9e999)`, error: firstError([result], tooLarge) ?? sql`null` }
}

const isCalculated = (tree: Typed): boolean => tree.kind === 'call'
