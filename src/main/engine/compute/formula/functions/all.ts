import type { FunctionName } from '#shared/formula/functionName.ts'
import { aggregateFunctions } from './aggregates.ts'
import { comparisonFunctions } from './comparison.ts'
import { conversionFunctions } from './conversion.ts'
import type { SqlFunction } from '../../../store/functions.ts'
import type { FunctionSql } from './functionSql.ts'
import { logicFunctions } from './logic.ts'
import { operatorFunctions } from './operators.ts'
import { sqlFunctionsOf, type Script } from './script.ts'

/** What the function is in SQL. */
export function functionSql(name: FunctionName): FunctionSql {
  const found = all[name]
  if (found === undefined) throw new Error(`no SQL for ${name}`)
  return found
}

const all: Record<string, FunctionSql> = {
  ...operatorFunctions,
  ...comparisonFunctions,
  ...logicFunctions,
  ...aggregateFunctions,
  ...conversionFunctions,
}

const scripts: readonly Script[] = []

/** Functions that the connection must know before a formula runs. */
export const formulaFunctions: readonly SqlFunction[] = sqlFunctionsOf(scripts)
