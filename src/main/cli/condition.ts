import { isPattern } from '#shared/lib/pattern.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'
import { datePeriodSchema, type DatePeriod, type DateTerm } from '#shared/model/dateTerm.ts'
import type { ColumnValue, Condition } from '#shared/model/filter.ts'
import { readIds } from '#shared/model/idList.ts'
import { UsageError } from './usageError.ts'

const comparisons = ['!~', '!=', '<=', '>=', '=', '<', '>', '~'] as const
export type Comparison = (typeof comparisons)[number]

/** `客户状态=跟进中` in its parts; the first sign of comparison divides name and value. */
export function splitCondition(text: string, t: Translate): { name: string; comparison: Comparison; value: string } {
  const parts = /^\s*([^=!<>~]+?)\s*(!~|!=|<=|>=|=|<|>|~)\s*(.*?)\s*$/su.exec(text)
  const comparison = comparisons.find((one) => one === parts?.[2])
  if (parts?.[1] === undefined || comparison === undefined) throw new UsageError(t('cli.badCondition', { text }))
  return { name: parts[1], comparison, value: parts[3] ?? '' }
}

/** What reading a test needs beside the column: how words are read, and the other columns of the table by name. */
export type ConditionContext = ParseContext & { columnNamed: (name: string) => Column }

/**
 * The condition of a filter tree that a test on the command line means. `shown` is the column as it shows itself
 * (`displayColumn`): it decides how the value is read and which comparisons fit.
 */
export function conditionOf(shown: Column, comparison: Comparison, value: string, context: ConditionContext, t: Translate): Condition {
  const columnId = shown.id
  if (value === '') {
    if (comparison === '=') return { kind: 'condition', columnId, operator: 'isEmpty' }
    if (comparison === '!=') return { kind: 'condition', columnId, operator: 'isNotEmpty' }
  }
  const made = byType(shown, comparison, value, context, t)
  if (made === undefined) throw new UsageError(t('cli.badOperator', { column: shown.name, operator: comparison }))
  return made
}

function byType(shown: Column, comparison: Comparison, value: string, context: ConditionContext, t: Translate): Condition | undefined {
  switch (shown.type) {
    case 'number':
    case 'duration':
    case 'rating':
    case 'progress':
      return numberTest(shown, comparison, value, context, t)
    case 'date':
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return dateTest(shown, comparison, value, context, t)
    case 'singleSelect':
    case 'multipleSelect':
    case 'member':
    case 'members':
    case 'createdBy':
    case 'modifiedBy':
      return choiceTest(shown, comparison, value, context, t)
    case 'checkbox':
      return checkTest(shown, comparison, value, context, t)
    default:
      return textTest(shown, comparison, value, context)
  }
}

const textOperators = { '=': 'is', '!=': 'isNot', '~': 'contains', '!~': 'notContains' } as const
const numberOperators = { '=': 'equal', '!=': 'notEqual', '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' } as const
const dateOperators = { '=': 'onDate', '!=': 'notOnDate', '<': 'before', '<=': 'onOrBefore', '>': 'after', '>=': 'onOrAfter' } as const

function textTest({ id: columnId }: Column, comparison: Comparison, value: string, context: ConditionContext): Condition | undefined {
  const operator = operatorIn(textOperators, comparison)
  if (operator === undefined) return undefined
  const pattern = /^\/(.+)\/$/su.exec(value)?.[1]
  if (pattern !== undefined && isPattern(pattern) && (operator === 'contains' || operator === 'notContains')) {
    return { kind: 'condition', columnId, operator: operator === 'contains' ? 'matches' : 'notMatches', value: pattern }
  }
  return { kind: 'condition', columnId, operator, value: otherColumn(value, context) ?? value }
}

function numberTest(shown: Column, comparison: Comparison, value: string, context: ConditionContext, t: Translate): Condition | undefined {
  const operator = operatorIn(numberOperators, comparison)
  if (operator === undefined) return undefined
  const span = /^(.+?)\.\.(.+)$/u.exec(value)
  if (span !== null && (operator === 'equal' || operator === 'notEqual')) {
    const [from, to] = [span[1] ?? '', span[2] ?? ''].map((end) => Number(valueIn(shown, end, context, t)))
    return {
      kind: 'condition',
      columnId: shown.id,
      operator: operator === 'equal' ? 'between' : 'notBetween',
      value: { from: from ?? 0, to: to ?? 0 },
    }
  }
  return { kind: 'condition', columnId: shown.id, operator, value: otherColumn(value, context) ?? Number(valueIn(shown, value, context, t)) }
}

function dateTest(shown: Column, comparison: Comparison, value: string, context: ConditionContext, t: Translate): Condition | undefined {
  const operator = operatorIn(dateOperators, comparison)
  if (operator === undefined) return undefined
  const period = periodNamed(value)
  if (period !== null) {
    const asked = operator === 'onDate' ? 'within' : operator === 'notOnDate' ? 'notWithin' : undefined
    return asked && { kind: 'condition', columnId: shown.id, operator: asked, value: period }
  }
  const span = /^(.+?)\.\.(.+)$/u.exec(value)
  if (span !== null && (operator === 'onDate' || operator === 'notOnDate')) {
    const ends = { from: dateTerm(shown, span[1] ?? '', context, t), to: dateTerm(shown, span[2] ?? '', context, t) }
    return { kind: 'condition', columnId: shown.id, operator: operator === 'onDate' ? 'betweenDates' : 'notBetweenDates', value: ends }
  }
  return { kind: 'condition', columnId: shown.id, operator, value: otherColumn(value, context) ?? dateTerm(shown, value, context, t) }
}

/** `this-week`, `next-quarter`, `past-30-days`, `next-2-months`. */
function periodNamed(value: string): DatePeriod | null {
  const around = /^(this|last|next)-(week|month|quarter|half-year|year)$/u.exec(value)
  if (around !== null) {
    const unit = (around[2] ?? '').split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    return datePeriodSchema.safeParse({ kind: `${around[1]}${unit.join('')}` }).data ?? null
  }
  const counted = /^(past|next)-(\d+)-(day|week|month|year)s?$/u.exec(value)
  if (counted === null) return null
  const [, way, count, unit] = counted
  const period = unit === 'day' ? { kind: `${way}Days`, days: Number(count) } : { kind: way, unit, count: Number(count) }
  return datePeriodSchema.safeParse(period).data ?? null
}

/** `[最近跟进]`, of dates also `[最近跟进]+7`: another column of the row. */
function otherColumn(value: string, context: ConditionContext): ColumnValue | null {
  const named = /^\[(.+)\](?:\s*([+-]\s*\d+))?$/su.exec(value)
  if (named === null) return null
  const days = named[2] === undefined ? 0 : Number(named[2].replaceAll(/\s/gu, ''))
  return { kind: 'column', columnId: context.columnNamed(named[1] ?? '').id, ...(days === 0 ? {} : { days }) }
}

function dateTerm(shown: Column, value: string, context: ParseContext, t: Translate): DateTerm {
  if (value === 'today' || value === 'yesterday' || value === 'tomorrow') return { kind: value }
  // Columns the engine fills take no text of their own; their days are written like any other.
  const asDate: Column = { ...shown, type: 'date', settings: {} }
  return { kind: 'exact', date: String(valueIn(asDate, value, context, t)) }
}

function choiceTest(shown: Column, comparison: Comparison, value: string, context: ParseContext, t: Translate): Condition | undefined {
  const isMember = shown.type === 'member' || shown.type === 'members' || shown.type === 'createdBy' || shown.type === 'modifiedBy'
  if (isMember && (comparison === '=' || comparison === '!=') && (value === 'me' || value === '我')) {
    return { kind: 'condition', columnId: shown.id, operator: comparison === '=' ? 'isMe' : 'isNotMe' }
  }
  const asked: Column = isMember ? { ...shown, type: 'member', settings: {} } : shown
  const operator = comparison === '=' || comparison === '~' ? 'anyOf' : comparison === '!=' || comparison === '!~' ? 'noneOf' : undefined
  if (operator === undefined) return undefined
  const ids = value.split(/[,，、]/u).flatMap((name) => readIds(valueIn(asked, name, context, t)))
  return { kind: 'condition', columnId: shown.id, operator, value: ids }
}

function checkTest(shown: Column, comparison: Comparison, value: string, context: ParseContext, t: Translate): Condition | undefined {
  if (comparison !== '=' && comparison !== '!=') return undefined
  const isChecked = valueIn(shown, value, context, t) === 1
  return { kind: 'condition', columnId: shown.id, operator: isChecked === (comparison === '=') ? 'isChecked' : 'isUnchecked' }
}

function valueIn(shown: Column, value: string, context: ParseContext, t: Translate): string | number {
  const parsed = parseCell(shown, value, context)
  if (!parsed.ok || parsed.value === null) throw new UsageError(t('cli.badValue', { value, column: shown.name }))
  return parsed.value
}

function operatorIn<Operators extends Partial<Record<Comparison, string>>>(
  operators: Operators,
  comparison: Comparison,
): Operators[keyof Operators] | undefined {
  const found = Object.entries(operators).find(([sign]) => sign === comparison)?.[0]
  return isKey(operators, found) ? operators[found] : undefined
}

function isKey<Operators extends object>(operators: Operators, key: string | undefined): key is keyof Operators & string {
  return key !== undefined && Object.hasOwn(operators, key)
}
