import { columnsOfFilter } from '#shared/model/filter.ts'
import { columnsOfMetric, type Rule } from '#shared/model/scheme.ts'

/** The columns a rule reads, each once. */
export function columnsOfRule(rule: Rule): number[] {
  const columnIds = rule.kind === 'decisionTable' ? rule.rows.flatMap((row) => columnsOfFilter(row.when)) : columnsOfMetric(rule.metric)
  return [...new Set(columnIds)]
}
