import { assertNever } from '../lib/assertNever.ts'
import type { ScoreLine } from './classRules/scoreRule.ts'
import { comparedColumn, isLinkedCondition, type Condition, type Filter } from './filter.ts'
import type { Metric, Rule, Scheme } from './scheme.ts'

/** Other numbers for what a scheme names. */
export type RuleMap = {
  column: (id: number) => number
  /** A class. */
  option: (id: number) => number
  /** An option, member or row that a condition on a column asks for; null: it has no counterpart. */
  choice: (columnId: number, id: number) => number | null
}

type Mapped = Pick<Scheme, 'rule' | 'scope' | 'fallbackOptionId'>

/** The same scheme with everything it names under other numbers. */
export function mapScheme({ rule, scope, fallbackOptionId }: Mapped, map: RuleMap): Mapped {
  return {
    rule: mapRule(rule, map),
    scope: scope === null ? null : mapFilter(scope, map),
    fallbackOptionId: fallbackOptionId === null ? null : map.option(fallbackOptionId),
  }
}

function mapRule(rule: Rule, map: RuleMap): Rule {
  const classed = <Each extends { optionId: number }>(each: Each): Each => ({ ...each, optionId: map.option(each.optionId) })
  switch (rule.kind) {
    case 'bands':
      return { ...rule, metric: mapMetric(rule.metric, map), bands: rule.bands.map(classed) }
    case 'decisionTable':
    case 'tags':
      return { ...rule, rows: rule.rows.map((row) => ({ when: mapFilter(row.when, map), optionId: map.option(row.optionId) })) }
    case 'percentile':
      return {
        ...rule,
        metric: mapMetric(rule.metric, map),
        upperOptionId: map.option(rule.upperOptionId),
        lowerOptionId: map.option(rule.lowerOptionId),
      }
    case 'pareto':
      return {
        ...rule,
        metric: mapMetric(rule.metric, map),
        shares: rule.shares.map(classed),
        absolute: rule.absolute.map(classed),
        nothingOptionId: map.option(rule.nothingOptionId),
      }
    case 'rfm':
      return {
        ...rule,
        recencyColumnId: map.column(rule.recencyColumnId),
        frequencyColumnId: map.column(rule.frequencyColumnId),
        monetaryColumnId: map.column(rule.monetaryColumnId),
        segments: rule.segments.map(classed),
      }
    case 'score':
      return { ...rule, lines: rule.lines.map((line) => mapScoreLine(line, map)), bands: rule.bands.map(classed) }
    case 'lifeCycle': {
      const { phases, amounts } = rule
      return {
        ...rule,
        orderCountColumnId: map.column(rule.orderCountColumnId),
        firstOrderColumnId: map.column(rule.firstOrderColumnId),
        lastOrderColumnId: map.column(rule.lastOrderColumnId),
        gapColumnId: rule.gapColumnId === null ? null : map.column(rule.gapColumnId),
        amounts: amounts === null ? null : { recentColumnId: map.column(amounts.recentColumnId), beforeColumnId: map.column(amounts.beforeColumnId) },
        phases: {
          acquisition: map.option(phases.acquisition),
          growth: map.option(phases.growth),
          maturity: map.option(phases.maturity),
          decline: map.option(phases.decline),
          exit: map.option(phases.exit),
        },
      }
    }
    case 'alive':
      return {
        ...rule,
        orderDaysColumnId: map.column(rule.orderDaysColumnId),
        firstOrderColumnId: map.column(rule.firstOrderColumnId),
        lastOrderColumnId: map.column(rule.lastOrderColumnId),
        bands: rule.bands.map(classed),
        onceOptionId: rule.onceOptionId === null ? null : map.option(rule.onceOptionId),
      }
    case 'rankScore':
      return {
        ...rule,
        parts: rule.parts.map((part) => ({ ...part, columnId: map.column(part.columnId) })),
        bands: rule.bands.map(classed),
        nothingOptionId: map.option(rule.nothingOptionId),
      }
    case 'manual':
      return { ...rule, optionIds: rule.optionIds.map(map.option) }
    default:
      return assertNever(rule)
  }
}

function mapMetric(metric: Metric, map: RuleMap): Metric {
  return metric.kind === 'column' ? { ...metric, columnId: map.column(metric.columnId) } : { ...metric, columnIds: metric.columnIds.map(map.column) }
}

function mapScoreLine(line: ScoreLine, map: RuleMap): ScoreLine {
  if (line.kind === 'number') return { ...line, columnId: map.column(line.columnId) }
  const { decay } = line
  return {
    ...line,
    when: mapFilter(line.when, map),
    decay: decay === null ? null : { ...decay, sinceColumnId: map.column(decay.sinceColumnId) },
  }
}

function mapFilter(filter: Filter, map: RuleMap): Filter {
  return filter.kind === 'condition' ? mapCondition(filter, map) : { ...filter, items: filter.items.map((item) => mapFilter(item, map)) }
}

function mapCondition(condition: Condition, map: RuleMap): Condition {
  const columnId = map.column(condition.columnId)
  if (isLinkedCondition(condition)) return { ...condition, columnId, value: mapFilter(condition.value, map) }
  const other = comparedColumn(condition)
  if (other !== null) return withOther({ ...condition, columnId }, { ...other, columnId: map.column(other.columnId) })
  switch (condition.operator) {
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return Array.isArray(condition.value)
        ? { ...condition, columnId, value: condition.value.flatMap((id) => map.choice(condition.columnId, id) ?? []) }
        : { ...condition, columnId }
    default:
      return { ...condition, columnId }
  }
}

/** The condition compared with another column. */
function withOther(condition: Condition, value: NonNullable<ReturnType<typeof comparedColumn>>): Condition {
  switch (condition.operator) {
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return { ...condition, value }
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return { ...condition, value }
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return { ...condition, value }
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return { ...condition, value }
    default:
      return condition
  }
}
