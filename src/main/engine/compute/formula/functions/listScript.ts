import type { FunctionName } from '#shared/formula/functionName.ts'
import type { SqlFunction } from '../../../store/functions.ts'
import { sql } from '../../../store/sql.ts'
import { filled, itemsOf, type List } from '../compiled.ts'
import { guarded } from './aggregates.ts'
import { argument, type FunctionSql } from './functionSql.ts'
import { knowingLastCalls } from './lastCalls.ts'
import type { Outcome } from './script.ts'

/** A function of the numbers of a list that SQL has no aggregate for, and of single numbers before or after the list. */
export type ListScript = {
  name: FunctionName
  /** Which argument is the list; -1 for all of them. */ list: number
  run: (numbers: number[], ...more: number[]) => Outcome
}

export const listScriptSql =
  ({ name, list: place }: ListScript): FunctionSql =>
  ({ args }) => {
    const list = itemsOf(place === -1 ? args : args.slice(place, place + 1))
    const others = place === -1 ? [] : args.map((_, index) => argument(args, index).value).filter((_, index) => index !== place)
    const values = sql.join([numbersOf(list), ...others])
    return filled(
      sql`${sql.raw(valueName(name))}(${values})`,
      [list, ...args.filter((arg) => arg.kind === 'scalar')],
      sql`${sql.raw(errorName(name))}(${values})`,
    )
  }

export function listFunctionsOf(scripts: readonly ListScript[]): SqlFunction[] {
  return scripts.flatMap(({ name, run }) => {
    const outcome = knowingLastCalls(([json, ...more]: readonly unknown[]): Outcome =>
      typeof json === 'string' ? run(numbersIn(json), ...more.map(Number)) : null,
    )
    return [
      { name: valueName(name), run: (...values) => valueOf(outcome(values)) },
      { name: errorName(name), run: (...values) => errorOf(outcome(values)) },
    ]
  })
}

/** The numbers as one text, null where one of them failed; empty values are left out. */
const numbersOf = (list: List) =>
  guarded(list, sql`(select coalesce(json_group_array(v) filter (where v is not null), '[]') from (select ${list.value} as v ${list.source}))`)

function numbersIn(json: string): number[] {
  const values: unknown = JSON.parse(json)
  return Array.isArray(values) ? values.map(Number) : []
}

const valueName = (name: FunctionName): string => `kebu_f_${name.toLowerCase()}`
const errorName = (name: FunctionName): string => `kebu_e_${name.toLowerCase()}`
const valueOf = (outcome: Outcome) => (typeof outcome === 'object' ? null : outcome)
const errorOf = (outcome: Outcome) => (typeof outcome === 'object' && outcome !== null ? outcome.error : null)
