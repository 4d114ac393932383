import type { Column, ResultType } from './column.ts'
import { optionsOf } from './columns/selects.ts'
import { resultTypeOf, type ColumnsById } from './columns/display.ts'
import { columnsOfFilter, ownColumnsOfFilter } from './filter.ts'
import { filtersOfScheme, optionsOfScheme, partsOfRule, targetTypeOf, type Scheme } from './scheme.ts'

type Reading = Pick<Scheme, 'rule' | 'scope'>

/** The columns of its own row a scheme reads, each once, in the order in which it names them. */
export function inputsOf(scheme: Reading): number[] {
  const { numbers, dates } = partsOfRule(scheme.rule)
  return [...new Set([...dates, ...numbers, ...filtersOfScheme(scheme).flatMap(ownColumnsOfFilter)])]
}

/** The columns a scheme reads in linked rows. */
export function linkedInputsOf(scheme: Reading): number[] {
  const own = new Set(inputsOf(scheme))
  return filtersOfScheme(scheme)
    .flatMap(columnsOfFilter)
    .filter((id) => !own.has(id))
}

/** An input that is there and does not hold what the rule reads of it: a number, or a date. */
export function misfitOf({ rule }: Pick<Scheme, 'rule'>, columns: ColumnsById): Column | null {
  const { numbers, dates } = partsOfRule(rule)
  const isOther = (id: number, fitting: readonly ResultType[]): boolean => {
    const column = columns.get(id)
    return column !== undefined && !fitting.includes(resultTypeOf(column, columns))
  }
  const id = numbers.find((each) => isOther(each, ['number', 'checkbox'])) ?? dates.find((each) => isOther(each, ['date', 'dateTime']))
  return id === undefined ? null : (columns.get(id) ?? null)
}

/** Whether the column can take every class that the scheme gives. */
export function takesClasses(target: Column | undefined, scheme: Pick<Scheme, 'rule' | 'fallbackOptionId'>): boolean {
  if (target?.type !== targetTypeOf(scheme.rule)) return false
  const known = new Set(optionsOf(target).map(({ id }) => id))
  return optionsOfScheme(scheme).every((id) => known.has(id))
}
