import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateModule } from './templateModule.ts'

const shown: readonly ColumnRole[] = [
  'referral.number',
  'referral.referrer',
  'referral.newCustomer',
  'referral.date',
  'referral.won',
  'referral.reward',
  'referral.note',
]
const newest = [{ column: 'referral.date', direction: 'descending' }] as const

/** 推荐记录: which customer sent us which new one, and whether that one bought. */
export const referrals: TemplateModule = {
  code: 'referrals',
  tables: [
    {
      role: 'referral',
      primary: 'referral.number',
      columns: [
        { role: 'referral.number', type: 'autoNumber', pattern: 'TJ-{yyyyMM}-{0001}' },
        { role: 'referral.referrer', type: 'link', inverse: 'customer.referrals', multiple: false, required: true },
        { role: 'referral.newCustomer', type: 'link', inverse: 'customer.referredBy', multiple: false },
        { role: 'referral.date', type: 'date' },
        {
          role: 'referral.won',
          type: 'formula',
          source: 'SUM({referral.newCustomer.customer.orderCount}) > 0',
        },
        { role: 'referral.reward', type: 'text' },
        { role: 'referral.note', type: 'longText' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.referrals', type: 'link', inverse: 'referral.referrer', multiple: true },
        { role: 'customer.referredBy', type: 'link', inverse: 'referral.newCustomer', multiple: true },
        {
          role: 'customer.wonReferralCount',
          type: 'rollup',
          link: 'customer.referrals',
          function: 'count',
          filter: { column: 'referral.won', operator: 'isChecked' },
        },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'referral.all', table: 'referral', sorts: newest, columns: shown },
    { role: 'referral.won', table: 'referral', filter: { column: 'referral.won', operator: 'isChecked' }, sorts: newest, columns: shown },
  ],
}
