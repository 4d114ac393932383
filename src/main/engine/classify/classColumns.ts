import { dependsOnToday } from '#shared/model/filter.ts'
import { filtersOfScheme, keepsClasses, partsOfRule, runOf, type Scheme } from '#shared/model/scheme.ts'
import { inputsOf } from '#shared/model/schemeInputs.ts'
import { filterReads } from '../compute/graph.ts'
import type { Schema } from '../context.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import type { ClassColumn } from './ports.ts'

/** The class columns that work now: of schemes that are on and whose columns are all there. */
export function classColumns(schema: Schema): ClassColumn[] {
  return [...schema.schemes.values()].filter((scheme) => isWorking(schema, scheme)).map((scheme) => classColumnOf(schema, scheme))
}

/** What of a scheme says how its column is derived. */
type Classed = Pick<Scheme, 'id' | 'tableId' | 'targetColumnId' | 'scope' | 'rule' | 'run' | 'downgradeAfter'>

/** A scheme as the column it fills, working or not. */
export function classColumnOf(schema: Schema, scheme: Classed): ClassColumn {
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
