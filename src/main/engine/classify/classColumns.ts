import { columnsOfFilter, dependsOnToday, ownColumnsOfFilter } from '#shared/model/filter.ts'
import { filtersOfScheme, keepsClasses, partsOfRule, runOf, type Scheme } from '#shared/model/scheme.ts'
import { filterReads } from '../compute/graph.ts'
import type { Schema } from '../context.ts'
import type { ClassColumn } from './ports.ts'

/** The class columns that work now: of schemes that are on and whose columns are all there. */
export function classColumns(schema: Schema): ClassColumn[] {
  return [...schema.schemes.values()].filter((scheme) => isWorking(schema, scheme)).map((scheme) => classColumnOf(schema, scheme))
}

/** A scheme stands still, quietly, while its target or an input is deleted. */
export function isWorking(schema: Schema, scheme: Scheme): boolean {
  const here = (id: number): boolean => schema.columns.get(id)?.tableId === scheme.tableId
  return (
    scheme.enabled &&
    schema.tables.has(scheme.tableId) &&
    here(scheme.targetColumnId) &&
    inputsOf(scheme).every(here) &&
    linkedInputsOf(scheme).every((id) => schema.columns.has(id))
  )
}

function classColumnOf(schema: Schema, scheme: Scheme): ClassColumn {
  const parts = partsOfRule(scheme.rule)
  const filters = filtersOfScheme(scheme)
  return {
    schemeId: scheme.id,
    tableId: scheme.tableId,
    columnId: scheme.targetColumnId,
    dependsOn: inputsOf(scheme),
    linked: filters.flatMap((filter) => filterReads(schema, filter).linked),
    dependsOnToday: parts.readsToday || filters.some(dependsOnToday),
    rankBased: parts.ranks,
    run: runOf(scheme),
    keeps: keepsClasses(scheme),
  }
}

/** The columns of its own row a scheme reads, each once, in the order in which it names them. */
export function inputsOf(scheme: Pick<Scheme, 'rule' | 'scope'>): number[] {
  const { numbers, dates } = partsOfRule(scheme.rule)
  return [...new Set([...dates, ...numbers, ...filtersOfScheme(scheme).flatMap(ownColumnsOfFilter)])]
}

/** The columns a scheme reads in linked rows. */
export function linkedInputsOf(scheme: Pick<Scheme, 'rule' | 'scope'>): number[] {
  const own = new Set(inputsOf(scheme))
  return filtersOfScheme(scheme)
    .flatMap(columnsOfFilter)
    .filter((id) => !own.has(id))
}
