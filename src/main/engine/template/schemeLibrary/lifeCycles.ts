import { usualLifeCycle, type LifeCyclePhase } from '#shared/model/classRules/lifeCycleRule.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateOption, TemplateRule } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** A life cycle under a set of names; phases may share one. */
function lifeCycleOf(
  code: 'lifeCycle' | 'lifeCycleNew' | 'lifeCycleActive',
  options: readonly TemplateOption[],
  phases: Readonly<Record<LifeCyclePhase, string>>,
  numbers: Partial<Record<keyof typeof usualLifeCycle, number>> = {},
): SchemeEntry {
  const target: ColumnRole = `customer.${code}`
  const rule: TemplateRule = {
    kind: 'lifeCycle',
    orderCount: 'customer.orderCount',
    firstOrder: 'customer.firstOrderDate',
    lastOrder: 'customer.lastOrderDate',
    gap: 'customer.orderGap',
    amounts: { recent: 'customer.amount90Days', before: 'customer.amountPrevious90Days' },
    ...usualLifeCycle,
    ...numbers,
    phases,
  }
  return {
    group: 'lifeCycle',
    scheme: { code, table: 'customer', target, rule, fallback: null },
    columns: [ofCustomer({ role: target, type: 'singleSelect', options })],
  }
}

/** 生命周期, five phases (crm.md B1.6). */
export const lifeCycle = lifeCycleOf(
  'lifeCycle',
  [
    { code: 'acquisition', color: 'sky' },
    { code: 'growth', color: 'blue' },
    { code: 'maturity', color: 'green' },
    { code: 'decline', color: 'orange' },
    { code: 'exit', color: 'gray' },
  ],
  { acquisition: 'acquisition', growth: 'growth', maturity: 'maturity', decline: 'decline', exit: 'exit' },
)

/** 潜在、新、成熟、流失: what declines is still a mature customer. */
export const lifeCycleNew = lifeCycleOf(
  'lifeCycleNew',
  [
    { code: 'potential', color: 'sky' },
    { code: 'new', color: 'blue' },
    { code: 'mature', color: 'green' },
    { code: 'lost', color: 'gray' },
  ],
  { acquisition: 'potential', growth: 'new', maturity: 'mature', decline: 'mature', exit: 'lost' },
)

/** 潜在、新、活跃、流失: from the second order on a customer is active. */
export const lifeCycleActive = lifeCycleOf(
  'lifeCycleActive',
  [
    { code: 'potential', color: 'sky' },
    { code: 'new', color: 'blue' },
    { code: 'active', color: 'green' },
    { code: 'lost', color: 'gray' },
  ],
  { acquisition: 'potential', growth: 'new', maturity: 'active', decline: 'active', exit: 'lost' },
  { maturityOrders: 2, newDays: 1 },
)
