import { calendarFunctions } from './calendar.ts'
import { conversionFunctions } from './conversion.ts'
import { dateFunctions } from './date.ts'
import { identityFunctions } from './identity.ts'
import { linksFunctions } from './links.ts'
import { logicFunctions } from './logic.ts'
import { numberFunctions } from './number.ts'
import type { FunctionSpec } from './spec.ts'
import { statisticsFunctions } from './statistics.ts'
import { textFunctions } from './text.ts'

/** Every function of the formula language, also those that operators become. */
export const catalogue = {
  ...logicFunctions,
  ...textFunctions,
  ...numberFunctions,
  ...dateFunctions,
  ...calendarFunctions,
  ...statisticsFunctions,
  ...linksFunctions,
  ...conversionFunctions,
  ...identityFunctions,
} satisfies Record<string, FunctionSpec>

export type CatalogueName = keyof typeof catalogue

/** The function of a name as typed: case and width do not matter, other names count. */
export function functionNamed(name: string): CatalogueName | undefined {
  return byName.get(functionKey(name))
}

export const specOf = (name: CatalogueName): FunctionSpec => catalogue[name]

export const isCatalogueName = (name: string): name is CatalogueName => Object.hasOwn(catalogue, name)

export const catalogueNames: readonly CatalogueName[] = Object.keys(catalogue).filter(isCatalogueName)

/** All names a function may be called by. */
export const functionNames: readonly string[] = catalogueNames.flatMap((name) => [name, ...specOf(name).aliases])

const functionKey = (name: string): string => name.normalize('NFKC').toUpperCase()

const byName = new Map<string, CatalogueName>(
  catalogueNames.flatMap((name) => [name, ...specOf(name).aliases].map((each): [string, CatalogueName] => [functionKey(each), name])),
)
