import type { Operator } from '../filter.ts'

/** What filters may ask of the values that several column types share, in the order a person expects. */
export const textOperators: readonly Operator[] = ['contains', 'notContains', 'is', 'isNot', 'startsWith', 'endsWith', 'isEmpty', 'isNotEmpty']
export const numberOperators: readonly Operator[] = ['equal', 'notEqual', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', 'isEmpty', 'isNotEmpty']
export const dateOperators: readonly Operator[] = [
  'within',
  'onDate',
  'before',
  'after',
  'onOrBefore',
  'onOrAfter',
  'notOnDate',
  'isEmpty',
  'isNotEmpty',
]
export const memberOperators: readonly Operator[] = ['isMe', 'anyOf', 'noneOf', 'isEmpty', 'isNotEmpty']
