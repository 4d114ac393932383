import { ownColumnsOfFilter, type Filter } from './filter.ts'
import { partsOfRule, type Scheme } from './scheme.ts'

type Asked = Pick<Scheme, 'scope' | 'rule' | 'targetColumnId'>

/** The columns of its own row a scheme's rule reads, each once. */
export function columnsOfRule({ rule }: Pick<Scheme, 'rule'>): number[] {
  const { numbers, dates, filters } = partsOfRule(rule)
  return [...new Set([...dates, ...numbers, ...filters.flatMap(ownColumnsOfFilter)])]
}

/** The rows a scheme is for and that have no class. */
export const unclassifiedRows = (scheme: Asked): Filter => rowsOfClass(scheme, null)

/** The rows a scheme is for that stand in a class; null: in none. */
export function rowsOfClass({ scope, targetColumnId }: Pick<Scheme, 'scope' | 'targetColumnId'>, optionId: number | null): Filter {
  const isIn: Filter =
    optionId === null ? isEmpty(targetColumnId) : { kind: 'condition', columnId: targetColumnId, operator: 'anyOf', value: [optionId] }
  return { kind: 'and', items: [...(scope === null ? [] : [scope]), isIn] }
}

/** Those of them for which this column is empty. */
export function unclassifiedWithout(scheme: Asked, columnId: number): Filter {
  return { kind: 'and', items: [unclassifiedRows(scheme), isEmpty(columnId)] }
}

/** Those of them for which the rule had all it reads. */
export function unclassifiedWithAll(scheme: Asked): Filter {
  return {
    kind: 'and',
    items: [unclassifiedRows(scheme), ...columnsOfRule(scheme).map((columnId): Filter => ({ kind: 'condition', columnId, operator: 'isNotEmpty' }))],
  }
}

const isEmpty = (columnId: number): Filter => ({ kind: 'condition', columnId, operator: 'isEmpty' })
