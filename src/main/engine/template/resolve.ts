import type { ScoreLine } from '#shared/model/classRules/scoreRule.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { Metric, Rule } from '#shared/model/scheme.ts'
import type { Sort } from '#shared/model/view.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { TemplateCondition, TemplateFilter, TemplateMetric, TemplateRule, TemplateScoreLine, TemplateSort } from './templateData.ts'

/** Ids by the codes a template speaks in, and its words in the language it is applied in. */
export type Ids = {
  table: (role: TableRole) => number
  column: (role: ColumnRole) => number
  option: (role: ColumnRole, code: string) => number
  /** The junction of a link and its side that this column stands on. */
  link: (role: ColumnRole) => { linkId: number; side: 'a' | 'b' }
  text: (code: string) => string
}

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
        bands: resolveBands(option, rule.bands),
      }
    case 'decisionTable':
    case 'tags':
      return { kind: rule.kind, rows: rule.rows.map(({ when, code }) => ({ when: resolveFilter(ids, when), optionId: option(code) })) }
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
    case 'rfm':
      return {
        kind: 'rfm',
        recencyColumnId: ids.column(rule.recency),
        frequencyColumnId: ids.column(rule.frequency),
        monetaryColumnId: ids.column(rule.monetary),
        cuts: rule.cuts,
        segments: rule.segments.map(({ r, f, m, code }) => ({ r, f, m, optionId: option(code) })),
      }
    case 'rankScore': {
      const parts = rule.parts.map(({ column, weight }) => ({ columnId: ids.column(column), weight }))
      return { kind: 'rankScore', parts, bands: resolveBands(option, rule.bands), nothingOptionId: option(rule.nothing) }
    }
    case 'manual':
      return { kind: 'manual', optionIds: rule.classes.map(option), reasonRequired: rule.reasonRequired }
    case 'score': {
      const { lines, lowest, highest } = rule
      return { kind: 'score', lines: lines.map((line) => resolveLine(ids, line)), lowest, highest, bands: resolveBands(option, rule.bands) }
    }
    case 'lifeCycle': {
      const { orderCount, firstOrder, lastOrder, gap, amounts, phases, ...numbers } = rule
      return {
        ...numbers,
        orderCountColumnId: ids.column(orderCount),
        firstOrderColumnId: ids.column(firstOrder),
        lastOrderColumnId: ids.column(lastOrder),
        gapColumnId: gap === null ? null : ids.column(gap),
        amounts: amounts === null ? null : { recentColumnId: ids.column(amounts.recent), beforeColumnId: ids.column(amounts.before) },
        phases: {
          acquisition: option(phases.acquisition),
          growth: option(phases.growth),
          maturity: option(phases.maturity),
          decline: option(phases.decline),
          exit: option(phases.exit),
        },
      }
    }
    case 'alive': {
      const { orderDays, firstOrder, lastOrder, bands, once, ...rest } = rule
      return {
        ...rest,
        orderDaysColumnId: ids.column(orderDays),
        firstOrderColumnId: ids.column(firstOrder),
        lastOrderColumnId: ids.column(lastOrder),
        bands: resolveBands(option, bands),
        onceOptionId: once === null ? null : option(once),
      }
    }
    default:
      return assertNever(rule)
  }
}

type TemplateBands = readonly { from: number | null; code: string }[]

function resolveBands(option: (code: string) => number, bands: TemplateBands): { from: number | null; optionId: number }[] {
  return bands.map(({ from, code }) => ({ from, optionId: option(code) }))
}

function resolveLine(ids: Ids, line: TemplateScoreLine): ScoreLine {
  if (line.kind === 'number') {
    const { column, needs: _, unless: __, ...rest } = line
    return { ...rest, columnId: ids.column(column) }
  }
  const { when, points, decay } = line
  return {
    kind: 'condition',
    when: resolveFilter(ids, when),
    points,
    decay: decay === undefined ? null : { sinceColumnId: ids.column(decay.since), perWeek: decay.perWeek },
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
    case 'betweenDates':
      return { ...base, operator: condition.operator, value: condition.value }
    case 'isAnyOf':
      return { ...base, operator: condition.operator, value: [...condition.values] }
    case 'is':
    case 'matches':
      return { ...base, operator: condition.operator, value: ids.text(condition.text) }
    case 'linkedAny':
    case 'linkedNone':
      return { ...base, operator: condition.operator, value: resolveFilter(ids, condition.value) }
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
    case 'greaterOrEqual': {
      const { value } = condition
      return {
        ...base,
        operator: condition.operator,
        value: typeof value === 'number' ? value : { kind: 'column', columnId: ids.column(value.column) },
      }
    }
    default:
      return { ...base, operator: condition.operator }
  }
}
