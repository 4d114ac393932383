import type { TemplateFilter } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

const neglected: TemplateFilter = {
  and: [
    { column: 'customer.grade', operator: 'anyOf', codes: ['s', 'a'] },
    { column: 'customer.lastFollowUpTime', operator: 'before', value: { kind: 'daysAgo', days: 30 } },
  ],
}
const wantsNow: TemplateFilter = {
  and: [
    { column: 'customer.needTime', operator: 'anyOf', codes: ['now'] },
    { column: 'customer.orderCount', operator: 'less', value: 1 },
  ],
}
const newBuyer: TemplateFilter = { column: 'customer.firstOrderDate', operator: 'onOrAfter', value: { kind: 'daysAgo', days: 30 } }
const silent: TemplateFilter = { column: 'customer.lastOrderDate', operator: 'before', value: { kind: 'daysAgo', days: 180 } }
/** Their usual time between orders is over within a week, or was over lately. */
const dueBack: TemplateFilter = {
  and: [
    { column: 'customer.expectedNextOrder', operator: 'onOrBefore', value: { kind: 'daysFromNow', days: 7 } },
    { column: 'customer.lastOrderDate', operator: 'onOrAfter', value: { kind: 'daysAgo', days: 180 } },
  ],
}

/** 客户标签: every line that holds gives its tag; what is to be done first stands first (crm.md B1.21). */
export const customerTags: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'customerTags',
    table: 'customer',
    target: 'customer.customerTags',
    rule: {
      kind: 'tags',
      rows: [
        { when: neglected, code: 'neglected' },
        { when: wantsNow, code: 'wantsNow' },
        { when: { column: 'customer.competitorTalks90Days', operator: 'greaterOrEqual', value: 1 }, code: 'comparing' },
        { when: dueBack, code: 'dueBack' },
        { when: silent, code: 'silent' },
        { when: newBuyer, code: 'newBuyer' },
        { when: { column: 'customer.orderDays', operator: 'greaterOrEqual', value: 2 }, code: 'cameBack' },
        { when: { column: 'customer.largestOrder', operator: 'greaterOrEqual', value: 10_000 }, code: 'bigOrder' },
      ],
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.customerTags',
      type: 'multipleSelect',
      options: [
        { code: 'neglected', color: 'red' },
        { code: 'wantsNow', color: 'orange' },
        { code: 'comparing', color: 'purple' },
        { code: 'dueBack', color: 'yellow' },
        { code: 'silent', color: 'gray' },
        { code: 'newBuyer', color: 'sky' },
        { code: 'cameBack', color: 'green' },
        { code: 'bigOrder', color: 'blue' },
      ],
    }),
  ],
}

/** 自动标签: the same for a group of tags of which a customer has one, the first that holds (crm.md B1.21). */
export const ruleTag: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'ruleTag',
    table: 'customer',
    target: 'customer.ruleTag',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: neglected, code: 'neglected' },
        { when: wantsNow, code: 'wantsNow' },
        { when: newBuyer, code: 'newBuyer' },
        { when: silent, code: 'silent' },
      ],
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.ruleTag',
      type: 'singleSelect',
      options: [
        { code: 'neglected', color: 'red' },
        { code: 'wantsNow', color: 'orange' },
        { code: 'newBuyer', color: 'green' },
        { code: 'silent', color: 'gray' },
      ],
    }),
  ],
}
