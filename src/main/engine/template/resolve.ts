import type { Filter } from '#shared/model/filter.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { Metric, Rule } from '#shared/model/scheme.ts'
import type { Sort } from '#shared/model/view.ts'
import type { WriteContext } from '../context.ts'
import type { TemplateCondition, TemplateData, TemplateFilter, TemplateMetric, TemplateRule, TemplateSort } from './templateData.ts'

/** Ids by the codes a template speaks in. */
export type Ids = {
  table: (role: TableRole) => number
  column: (role: ColumnRole) => number
  option: (role: ColumnRole, code: string) => number
  /** The junction of a link and its side that this column stands on. */
  link: (role: ColumnRole) => { linkId: number; side: 'a' | 'b' }
}

/** Takes ids for everything the template will make, so that its parts can refer to each other. */
export function takeIds(context: Pick<WriteContext, 'newId'>, data: TemplateData): Ids {
  const columns = data.tables.flatMap((table) => table.columns)
  const tableIds = new Map(data.tables.map((table) => [table.role, context.newId('table')]))
  const columnIds = new Map(columns.map((column) => [column.role, context.newId('column')]))
  const links = new Map<ColumnRole, { linkId: number; side: 'a' | 'b' }>()
  for (const column of columns) {
    if (column.type !== 'link' || links.has(column.role)) continue
    const linkId = context.newId('link')
    links.set(column.role, { linkId, side: 'a' })
    links.set(column.inverse, { linkId, side: 'b' })
  }
  const options = new Map(columns.flatMap((column) => (column.type === 'singleSelect' ? [[column.role, column.options] as const] : [])))
  return {
    table: (role) => found(tableIds.get(role), role),
    column: (role) => found(columnIds.get(role), role),
    option: (role, code) =>
      1 +
      foundIndex(
        found(options.get(role), role).findIndex((option) => option.code === code),
        `${role}.${code}`,
      ),
    link: (role) => found(links.get(role), role),
  }
}

/** A code that is nowhere is a mistake in the template, found by its test. */
function found<Thing>(thing: Thing | undefined, code: string): Thing {
  if (thing === undefined) throw new Error(`template: nothing is called ${code}`)
  return thing
}

const foundIndex = (index: number, code: string): number => found(index < 0 ? undefined : index, code)

export function resolveFilter(ids: Ids, filter: TemplateFilter): Filter {
  if ('and' in filter) return { kind: 'and', items: filter.and.map((item) => resolveFilter(ids, item)) }
  if ('or' in filter) return { kind: 'or', items: filter.or.map((item) => resolveFilter(ids, item)) }
  return resolveCondition(ids, filter)
}

export function resolveSorts(ids: Ids, sorts: readonly TemplateSort[]): Sort[] {
  return sorts.map(({ column, direction }) => ({ columnId: ids.column(column), direction }))
}

/** `target` is the class column whose options the rule's codes name. */
export function resolveRule(ids: Ids, target: ColumnRole, rule: TemplateRule): Rule {
  const option = (code: string): number => ids.option(target, code)
  switch (rule.kind) {
    case 'bands':
      return {
        kind: 'bands',
        metric: resolveMetric(ids, rule.metric),
        bands: rule.bands.map(({ from, code }) => ({ from, optionId: option(code) })),
      }
    case 'decisionTable':
      return { kind: 'decisionTable', rows: rule.rows.map(({ when, code }) => ({ when: resolveFilter(ids, when), optionId: option(code) })) }
    case 'percentile':
      return {
        kind: 'percentile',
        metric: resolveMetric(ids, rule.metric),
        percentile: rule.percentile,
        minimum: rule.minimum,
        upperOptionId: option(rule.upper),
        lowerOptionId: option(rule.lower),
      }
    case 'pareto':
      return {
        kind: 'pareto',
        metric: resolveMetric(ids, rule.metric),
        shares: rule.shares.map(({ below, code }) => ({ below, optionId: option(code) })),
        minimumPopulation: rule.minimumPopulation,
        absolute: rule.absolute.map(({ from, code }) => ({ from, optionId: option(code) })),
        nothingOptionId: option(rule.nothing),
      }
  }
}

function resolveMetric(ids: Ids, metric: TemplateMetric): Metric {
  if (metric.kind === 'column') return { kind: 'column', columnId: ids.column(metric.column) }
  return { kind: metric.kind, columnIds: metric.columns.map(ids.column) }
}

function resolveCondition(ids: Ids, condition: TemplateCondition): Filter {
  const base = { kind: 'condition', columnId: ids.column(condition.column) } as const
  switch (condition.operator) {
    case 'anyOf':
    case 'noneOf':
      return { ...base, operator: condition.operator, value: condition.codes.map((code) => ids.option(condition.column, code)) }
    case 'within':
      return { ...base, operator: condition.operator, value: condition.value }
    case 'onDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return { ...base, operator: condition.operator, value: condition.value }
    case 'equal':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return { ...base, operator: condition.operator, value: condition.value }
    default:
      return { ...base, operator: condition.operator }
  }
}
