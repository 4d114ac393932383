import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

const isSigned: TemplateFilter = { column: 'contract.status', operator: 'anyOf', codes: ['signed', 'active', 'completed'] }
const isOwed: TemplateFilter = { column: 'receivable.unpaid', operator: 'greater', value: 0 }
const isOverdue: TemplateFilter = { column: 'receivable.overdue', operator: 'greater', value: 0 }

const contract: readonly ColumnRole[] = [
  'contract.number',
  'contract.customer',
  'contract.name',
  'contract.status',
  'contract.amount',
  'contract.paid',
  'contract.unpaid',
  'contract.signedDate',
  'contract.endDate',
  'contract.owner',
  'contract.note',
]
const receivable: readonly ColumnRole[] = [
  'receivable.number',
  'receivable.customer',
  'receivable.contract',
  'receivable.due',
  'receivable.amount',
  'receivable.paid',
  'receivable.unpaid',
  'receivable.overdue',
  'receivable.paidDate',
  'receivable.method',
  'receivable.note',
]
const dueFirst = [{ column: 'receivable.due', direction: 'ascending' }] as const

/** 合同与回款: what was agreed in writing, what is due when, and what came in. */
export const contracts: TemplateModule = {
  code: 'contracts',
  tables: [
    {
      role: 'contract',
      primary: 'contract.number',
      columns: [
        { role: 'contract.number', type: 'text', required: true },
        { role: 'contract.customer', type: 'link', inverse: 'customer.contracts', multiple: false, required: true },
        { role: 'contract.name', type: 'text' },
        {
          role: 'contract.status',
          type: 'singleSelect',
          options: [
            { code: 'draft', color: 'gray' },
            { code: 'signing', color: 'sky' },
            { code: 'signed', color: 'blue' },
            { code: 'active', color: 'orange' },
            { code: 'completed', color: 'green' },
            { code: 'void', color: 'brown' },
          ],
        },
        { role: 'contract.amount', type: 'currency' },
        { role: 'contract.signedDate', type: 'date' },
        { role: 'contract.endDate', type: 'date' },
        { role: 'contract.owner', type: 'member' },
        { role: 'contract.receivables', type: 'link', inverse: 'receivable.contract', multiple: true },
        { role: 'contract.paid', type: 'rollup', link: 'contract.receivables', function: 'sum', target: 'receivable.paid' },
        {
          role: 'contract.unpaid',
          type: 'formula',
          source: 'IF(ISBLANK({contract.amount}), BLANK(), {contract.amount} - IFBLANK({contract.paid}, 0))',
          look: 'currency',
        },
        { role: 'contract.note', type: 'longText' },
      ],
    },
    {
      role: 'receivable',
      primary: 'receivable.number',
      columns: [
        { role: 'receivable.number', type: 'autoNumber', pattern: 'HK-{yyyyMM}-{0001}' },
        { role: 'receivable.customer', type: 'link', inverse: 'customer.receivables', multiple: false, required: true },
        { role: 'receivable.contract', type: 'link', inverse: 'contract.receivables', multiple: false },
        { role: 'receivable.due', type: 'date', required: true },
        { role: 'receivable.amount', type: 'currency', required: true },
        { role: 'receivable.paid', type: 'currency' },
        { role: 'receivable.paidDate', type: 'date' },
        {
          role: 'receivable.method',
          type: 'singleSelect',
          options: [
            { code: 'transfer', color: 'blue' },
            { code: 'alipay', color: 'sky' },
            { code: 'wechat', color: 'green' },
            { code: 'cash', color: 'orange' },
            { code: 'draft', color: 'brown' },
            { code: 'other', color: 'gray' },
          ],
        },
        // Never below nothing: who paid too much does not lessen what others owe.
        {
          role: 'receivable.unpaid',
          type: 'formula',
          source: 'MAX({receivable.amount} - IFBLANK({receivable.paid}, 0), 0)',
          look: 'currency',
        },
        {
          role: 'receivable.overdue',
          type: 'formula',
          source: 'IF({receivable.due} < TODAY(), {receivable.unpaid}, 0)',
          look: 'currency',
        },
        { role: 'receivable.note', type: 'longText' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.contracts', type: 'link', inverse: 'contract.customer', multiple: true },
        { role: 'customer.signedContractCount', type: 'rollup', link: 'customer.contracts', function: 'count', filter: isSigned },
        {
          role: 'customer.lastContractEnd',
          type: 'rollup',
          link: 'customer.contracts',
          function: 'max',
          target: 'contract.endDate',
          filter: isSigned,
        },
        { role: 'customer.receivables', type: 'link', inverse: 'receivable.customer', multiple: true },
        { role: 'customer.unpaidReceivable', type: 'rollup', link: 'customer.receivables', function: 'sum', target: 'receivable.unpaid' },
        { role: 'customer.overdueReceivable', type: 'rollup', link: 'customer.receivables', function: 'sum', target: 'receivable.overdue' },
        {
          role: 'customer.longOverdueReceivable',
          type: 'rollup',
          link: 'customer.receivables',
          function: 'sum',
          target: 'receivable.unpaid',
          filter: { column: 'receivable.due', operator: 'before', value: { kind: 'daysAgo', days: 60 } },
        },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'contract.all', table: 'contract', sorts: [{ column: 'contract.signedDate', direction: 'descending' }], columns: contract },
    {
      role: 'contract.endingSoon',
      table: 'contract',
      filter: {
        and: [
          { column: 'contract.status', operator: 'anyOf', codes: ['signed', 'active'] },
          { column: 'contract.endDate', operator: 'within', value: { kind: 'nextDays', days: 60 } },
        ],
      },
      sorts: [{ column: 'contract.endDate', direction: 'ascending' }],
      columns: contract,
    },
    {
      role: 'contract.byStatus',
      table: 'contract',
      groups: [{ column: 'contract.status', direction: 'ascending' }],
      columns: contract,
      chart: { kind: 'byColumn', column: 'contract.status' },
    },
    { role: 'receivable.all', table: 'receivable', sorts: dueFirst, columns: receivable },
    {
      role: 'receivable.dueSoon',
      table: 'receivable',
      filter: { and: [isOwed, { column: 'receivable.due', operator: 'within', value: { kind: 'nextDays', days: 30 } }] },
      sorts: dueFirst,
      columns: receivable,
    },
    { role: 'receivable.overdue', table: 'receivable', filter: isOverdue, sorts: dueFirst, columns: receivable },
    {
      role: 'receivable.byCustomer',
      table: 'receivable',
      groups: [{ column: 'receivable.customer', direction: 'ascending' }],
      sorts: dueFirst,
      columns: receivable,
    },
  ],
}
