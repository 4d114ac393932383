import type { FunctionName } from '#shared/formula/functionName.ts'
import type { SqlFunction } from '../../../store/functions.ts'
import { aggregateFunctions } from './aggregates.ts'
import { calendarScripts } from './calendarScripts.ts'
import { chineseScripts } from './chineseScripts.ts'
import { comparisonFunctions } from './comparison.ts'
import { conversionFunctions } from './conversion.ts'
import { conversionScripts } from './conversionScripts.ts'
import { dateMathFunctions } from './dateMath.ts'
import { datePartFunctions } from './dateParts.ts'
import { dateScripts } from './dateScripts.ts'
import { formatScripts } from './formatScripts.ts'
import type { FunctionSql } from './functionSql.ts'
import { listFunctions } from './lists.ts'
import { listFunctionsOf, listScriptSql } from './listScript.ts'
import { logicFunctions } from './logic.ts'
import { mathematicsFunctions } from './mathematics.ts'
import { numberScripts } from './numberScripts.ts'
import { operatorFunctions } from './operators.ts'
import { regexScripts } from './regex.ts'
import { roundingFunctions } from './rounding.ts'
import { scriptSql, sqlFunctionsOf, type Script } from './script.ts'
import { statisticsScripts } from './statistics.ts'
import { textFunctions } from './text.ts'
import { textScripts } from './textScripts.ts'

/** What the function is in SQL. */
export function functionSql(name: FunctionName): FunctionSql {
  const found = all[name]
  if (found === undefined) throw new Error(`no SQL for ${name}`)
  return found
}

const scripts: readonly Script[] = [
  ...textScripts,
  ...regexScripts,
  ...numberScripts,
  ...dateScripts,
  ...calendarScripts,
  ...chineseScripts,
  ...formatScripts,
]

const all: Readonly<Record<string, FunctionSql>> = {
  ...operatorFunctions,
  ...comparisonFunctions,
  ...logicFunctions,
  ...roundingFunctions,
  ...mathematicsFunctions,
  ...textFunctions,
  ...datePartFunctions,
  ...dateMathFunctions,
  ...aggregateFunctions,
  ...listFunctions,
  ...Object.fromEntries(scripts.map((script) => [script.name, scriptSql(script)])),
  ...Object.fromEntries(statisticsScripts.map((script) => [script.name, listScriptSql(script)])),
  ...conversionFunctions,
}

/** Whether the engine knows the function; those over links never reach it by name. */
export const isKnown = (name: FunctionName): boolean => all[name] !== undefined

/** Functions that the connection must know before a formula runs. */
export const formulaFunctions: readonly SqlFunction[] = [...sqlFunctionsOf([...scripts, ...conversionScripts]), ...listFunctionsOf(statisticsScripts)]
