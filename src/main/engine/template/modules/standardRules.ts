import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { Needing, TemplateFilter, TemplateMetric, TemplateRule, TemplateScheme } from '../templateData.ts'

/**
 * The rule a scheme has before its owner changes it, in a base with these tables: parts that need a table that is not
 * there are left out, and the schemes of the book read opportunities and contracts too (crm.md B1.2–B1.4).
 */
export function standardRule({ code, rule }: Pick<TemplateScheme, 'code' | 'rule'>, has: (table: TableRole) => boolean): TemplateRule {
  const isMet = ({ needs = [], unless }: Needing): boolean =>
    (typeof needs === 'string' ? has(needs) : needs.every(has)) && !(unless !== undefined && has(unless))
  switch (rule.kind) {
    case 'score':
      return { ...rule, lines: rule.lines.filter(isMet) }
    case 'rankScore':
      return { ...rule, parts: rule.parts.filter(isMet) }
    case 'decisionTable':
      return code === 'dealStatus'
        ? { ...rule, rows: rule.rows.map(({ when, code: option }) => ({ when: dealBy(option, when, has), code: option })) }
        : rule
    case 'percentile':
      return code === 'importance' && has('opportunity') ? { ...rule, metric: alsoOf(rule.metric, 'customer.openOpportunityAmount') } : rule
    case 'bands':
      return code === 'urgency' && has('opportunity') ? { ...rule, metric: alsoOf(rule.metric, 'customer.nextExpectedClose') } : rule
    default:
      return rule
  }
}

/** An opportunity won or a contract signed is a deal as an order is; an opportunity that was quoted is being negotiated. */
function dealBy(option: string, when: TemplateFilter, has: (table: TableRole) => boolean): TemplateFilter {
  const atLeastOne = (column: ColumnRole): TemplateFilter => ({ column, operator: 'greaterOrEqual', value: 1 })
  const also: TemplateFilter[] =
    option === 'won'
      ? [
          ...(has('opportunity') ? [atLeastOne('customer.wonOpportunityCount')] : []),
          ...(has('contract') ? [atLeastOne('customer.signedContractCount')] : []),
        ]
      : option === 'negotiating' && has('opportunity')
        ? [{ column: 'customer.openOpportunityStage', operator: 'anyOf', codes: ['quoted', 'negotiating'] }]
        : []
  // One condition stands for itself: rules read as people would write them.
  return also.length === 0 ? when : { or: [when, ...also] }
}

function alsoOf(metric: TemplateMetric, column: ColumnRole): TemplateMetric {
  return metric.kind === 'column' ? { kind: 'largest', columns: [metric.column, column] } : { ...metric, columns: [...metric.columns, column] }
}
