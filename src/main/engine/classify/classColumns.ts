import { columnsOfFilter, dependsOnToday, ownColumnsOfFilter, type Filter } from '#shared/model/filter.ts'
import { columnsOfMetric, isRankBased, type Rule, type Scheme } from '#shared/model/scheme.ts'
import { filterReads } from '../compute/graph.ts'
import type { Schema } from '../context.ts'
import { metricOf } from './classSql.ts'
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
    inputsOf(scheme.rule).every(here) &&
    linkedInputsOf(scheme.rule).every((id) => schema.columns.has(id))
  )
}

function classColumnOf(schema: Schema, scheme: Scheme): ClassColumn {
  return {
    schemeId: scheme.id,
    tableId: scheme.tableId,
    columnId: scheme.targetColumnId,
    dependsOn: inputsOf(scheme.rule),
    linked: filtersOf(scheme.rule).flatMap((filter) => filterReads(schema, filter).linked),
    dependsOnToday: readsToday(scheme.rule),
    rankBased: isRankBased(scheme.rule),
  }
}

/** The columns of its own row a rule reads, each once, in the order in which it names them. */
export function inputsOf(rule: Rule): number[] {
  const metric = metricOf(rule)
  const columns = metric === null ? filtersOf(rule).flatMap(ownColumnsOfFilter) : columnsOfMetric(metric)
  return [...new Set(columns)]
}

/** The columns a rule reads in linked rows. */
export function linkedInputsOf(rule: Rule): number[] {
  const own = new Set(inputsOf(rule))
  return filtersOf(rule)
    .flatMap(columnsOfFilter)
    .filter((id) => !own.has(id))
}

/** The classes a rule may give. */
export function optionsOf(rule: Rule): number[] {
  switch (rule.kind) {
    case 'bands':
      return rule.bands.map((band) => band.optionId)
    case 'decisionTable':
      return rule.rows.map((row) => row.optionId)
    case 'percentile':
      return [rule.upperOptionId, rule.lowerOptionId]
    case 'pareto':
      return [...rule.shares, ...rule.absolute].map((part) => part.optionId).concat(rule.nothingOptionId)
  }
}

function readsToday(rule: Rule): boolean {
  const metric = metricOf(rule)
  if (metric === null) return filtersOf(rule).some(dependsOnToday)
  return metric.kind === 'daysUntil' || metric.kind === 'daysSince'
}

export function filtersOf(rule: Rule): Filter[] {
  return rule.kind === 'decisionTable' ? rule.rows.map((row) => row.when) : []
}
