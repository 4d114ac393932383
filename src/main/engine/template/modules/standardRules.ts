import type { ModuleCode } from '#shared/model/modules.ts'
import type { SchemeCode } from '#shared/model/roles.ts'
import { schemes } from '../customerBook/schemes.ts'
import type { TemplateFilter, TemplateRule } from '../templateData.ts'

/** Schemes of the book whose rule reads more where a module is there. */
export const extendedSchemes = ['dealStatus', 'importance', 'urgency'] as const satisfies readonly SchemeCode[]
type ExtendedScheme = (typeof extendedSchemes)[number]

/** The rule a scheme of the book has before its owner changes it, in a base with these modules (crm.md B1.2–B1.4). */
export function standardRule(code: ExtendedScheme, has: ReadonlySet<ModuleCode>): TemplateRule {
  switch (code) {
    case 'dealStatus':
      return {
        kind: 'decisionTable',
        rows: [
          { when: either([atLeastOne('customer.orderCount'), ...wonBy(has)]), code: 'won' },
          { when: either([...negotiatedBy(has), inNegotiation]), code: 'negotiating' },
        ],
      }
    case 'importance':
      return {
        kind: 'percentile',
        metric: {
          kind: 'largest',
          columns: [
            'customer.amount12Months',
            ...(has.has('opportunities') ? (['customer.openOpportunityAmount'] as const) : []),
            'customer.annualPotential',
          ],
        },
        percentile: 0.8,
        minimum: 10_000,
        upper: 'important',
        lower: 'normal',
      }
    case 'urgency': {
      const expected = has.has('opportunities') ? (['customer.nextExpectedClose'] as const) : []
      const metric = { kind: 'daysUntil', columns: ['customer.handleBy', 'customer.nextFollowUpTime', ...expected] } as const
      const rule = schemes.find((scheme) => scheme.code === 'urgency')?.rule
      if (rule?.kind !== 'bands') throw new Error('template: urgency is no scheme of bands')
      return { ...rule, metric }
    }
  }
}

const inNegotiation: TemplateFilter = {
  column: 'customer.lastNegotiationTime',
  operator: 'onOrAfter',
  value: { kind: 'daysAgo', days: 30 },
}

function wonBy(has: ReadonlySet<ModuleCode>): TemplateFilter[] {
  return [
    ...(has.has('opportunities') ? [atLeastOne('customer.wonOpportunityCount')] : []),
    ...(has.has('contracts') ? [atLeastOne('customer.signedContractCount')] : []),
  ]
}

function negotiatedBy(has: ReadonlySet<ModuleCode>): TemplateFilter[] {
  return has.has('opportunities') ? [{ column: 'customer.openOpportunityStage', operator: 'anyOf', codes: ['quoted', 'negotiating'] }] : []
}

function atLeastOne(column: 'customer.orderCount' | 'customer.wonOpportunityCount' | 'customer.signedContractCount'): TemplateFilter {
  return { column, operator: 'greaterOrEqual', value: 1 }
}

/** One condition stands for itself: rules read as people would write them. */
function either(conditions: readonly TemplateFilter[]): TemplateFilter {
  const [only] = conditions
  return conditions.length === 1 && only !== undefined ? only : { or: conditions }
}
