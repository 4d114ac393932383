import type { Typed } from '#shared/formula/typed.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { cellScalar } from './cell.ts'
import { nothing, type Compiled, type Scalar } from './compiled.ts'
import { functionSql } from './functions/all.ts'
import { compileLinked } from './linked.ts'
import { literalScalar } from './literal.ts'
import type { Scope } from './scope.ts'

/** A checked formula as SQL over the row of the scope. */
export function compile(typed: Typed, scope: Scope): Compiled {
  switch (typed.kind) {
    case 'literal':
      return literalScalar(typed.value)
    case 'cell':
      return cellScalar(scope, typed.columnId)
    case 'linked':
      return compileLinked(typed, scope, compileScalar)
    case 'outer':
      return compile(typed.value, rowAt(scope, typed.levels))
    case 'call':
      return functionSql(typed.name)({
        call: typed,
        args: typed.args.map((arg) => compile(arg, scope)),
        scope,
      })
    default:
      return assertNever(typed)
  }
}

/** The same where one value is known to come of it. */
export function compileScalar(typed: Typed, scope: Scope): Scalar {
  const compiled = compile(typed, scope)
  // The checker lets no list stand where one value is wanted.
  return compiled.kind === 'scalar' ? compiled : nothing
}

function rowAt(scope: Scope, levels: number): Scope {
  let row = scope
  for (let level = 0; level < levels && row.outer !== null; level++) row = row.outer
  return row
}
