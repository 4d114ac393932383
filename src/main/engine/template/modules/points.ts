import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

/** Points of a day to come are not there yet; those without a day are. */
const byToday: TemplateFilter = {
  or: [
    { column: 'points.date', operator: 'isEmpty' },
    { column: 'points.date', operator: 'onOrBefore', value: { kind: 'today' } },
  ],
}

const shown: readonly ColumnRole[] = [
  'points.number',
  'points.customer',
  'points.change',
  'points.reason',
  'points.date',
  'points.expires',
  'points.note',
]
const newest = [{ column: 'points.date', direction: 'descending' }] as const

/** 积分: what customers gathered and what they took for it, row by row; the balance is what is left of it and has not lapsed. */
export const points: TemplateModule = {
  code: 'points',
  tables: [
    {
      role: 'points',
      primary: 'points.number',
      columns: [
        { role: 'points.number', type: 'autoNumber', pattern: 'JF-{yyyyMM}-{0001}' },
        { role: 'points.customer', type: 'link', inverse: 'customer.points', multiple: false, required: true },
        { role: 'points.change', type: 'number', required: true },
        {
          role: 'points.reason',
          type: 'singleSelect',
          options: [
            { code: 'purchase', color: 'green' },
            { code: 'redeemed', color: 'orange' },
            { code: 'referral', color: 'purple' },
            { code: 'birthday', color: 'red' },
            { code: 'adjusted', color: 'blue' },
            { code: 'expired', color: 'gray' },
            { code: 'reversed', color: 'brown' },
          ],
        },
        { role: 'points.date', type: 'date' },
        { role: 'points.expires', type: 'date' },
        // A year for what was gathered (crm.md B12). What was written off as expired before it lapsed by itself comes first.
        {
          role: 'points.lapses',
          type: 'formula',
          source:
            'IF({points.change} >= 0, IF(ISBLANK({points.expires}), IF(ISBLANK({points.date}), BLANK(), ADDDAYS({points.date}, 365)), {points.expires}), IF({points.reason} = "[points.reason.expired]", BLANK(), {points.date}))',
        },
        { role: 'points.note', type: 'longText' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.points', type: 'link', inverse: 'points.customer', multiple: true },
        {
          role: 'customer.pointsBalance',
          type: 'rollup',
          link: 'customer.points',
          function: 'unspent',
          target: 'points.change',
          order: 'points.lapses',
          filter: byToday,
        },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'points.all', table: 'points', sorts: newest, columns: shown },
    { role: 'points.byCustomer', table: 'points', groups: [{ column: 'points.customer', direction: 'ascending' }], sorts: newest, columns: shown },
    {
      role: 'points.redeemed',
      table: 'points',
      filter: { column: 'points.reason', operator: 'anyOf', codes: ['redeemed'] },
      sorts: newest,
      columns: shown,
    },
  ],
}
