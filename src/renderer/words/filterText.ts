import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Condition, DatePeriod, DateTerm, Filter } from '#shared/model/filter.ts'
import type { Words } from './words.ts'

/** A filter as a person says it: 「订单数」≥ 1，并且「最近谈判时间」在过去 30 天内. */
export function filterText(filter: Filter, words: Words, t: Translate): string {
  if (filter.kind === 'condition') return conditionText(filter, words, t)
  if (filter.items.length === 0) return t('words.when.always')
  const join = filter.kind === 'and' ? t('words.when.and') : t('words.when.or')
  const parts = filter.items.map((item) =>
    // A group inside a group keeps its own sense.
    item.kind !== 'condition' && item.items.length > 1 && item.kind !== filter.kind
      ? t('words.when.grouped', { text: filterText(item, words, t) })
      : filterText(item, words, t),
  )
  return parts.join(join)
}

function conditionText(condition: Condition, words: Words, t: Translate): string {
  const column = words.column(condition.columnId)
  switch (condition.operator) {
    case 'isEmpty':
      return t('words.when.isEmpty', { column })
    case 'isNotEmpty':
      return t('words.when.isNotEmpty', { column })
    case 'isChecked':
      return t('words.when.isChecked', { column })
    case 'isUnchecked':
      return t('words.when.isUnchecked', { column })
    case 'isMe':
      return t('words.when.isMe', { column })
    case 'contains':
      return t('words.when.contains', { column, value: condition.value })
    case 'notContains':
      return t('words.when.notContains', { column, value: condition.value })
    case 'is':
      return t('words.when.is', { column, value: condition.value })
    case 'isNot':
      return t('words.when.isNot', { column, value: condition.value })
    case 'startsWith':
      return t('words.when.startsWith', { column, value: condition.value })
    case 'endsWith':
      return t('words.when.endsWith', { column, value: condition.value })
    case 'equal':
      return t('words.when.equal', { column, value: words.value(condition.columnId, condition.value) })
    case 'notEqual':
      return t('words.when.notEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'less':
      return t('words.when.less', { column, value: words.value(condition.columnId, condition.value) })
    case 'lessOrEqual':
      return t('words.when.lessOrEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'greater':
      return t('words.when.greater', { column, value: words.value(condition.columnId, condition.value) })
    case 'greaterOrEqual':
      return t('words.when.greaterOrEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'anyOf':
      return t('words.when.anyOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'noneOf':
      return t('words.when.noneOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'allOf':
      return t('words.when.allOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'exactly':
      return t('words.when.exactly', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'onDate':
      return t('words.when.onDate', { column, value: termText(condition.value, t) })
    case 'notOnDate':
      return t('words.when.notOnDate', { column, value: termText(condition.value, t) })
    case 'before':
      return t('words.when.before', { column, value: termText(condition.value, t) })
    case 'after':
      return t('words.when.after', { column, value: termText(condition.value, t) })
    case 'onOrBefore':
      // "Not after 365 days ago" is true, and nobody says it.
      if (condition.value.kind === 'daysAgo') return t('words.when.longerAgo', { column, days: condition.value.days })
      return t('words.when.onOrBefore', { column, value: termText(condition.value, t) })
    case 'onOrAfter':
      if (condition.value.kind === 'daysAgo') return t('words.when.inPastDays', { column, days: condition.value.days })
      return t('words.when.onOrAfter', { column, value: termText(condition.value, t) })
    case 'within':
      return t('words.when.within', { column, value: periodText(condition.value, t) })
    default:
      return assertNever(condition)
  }
}

function choices(columnId: number, ids: readonly number[], words: Words, t: Translate): string {
  return ids.map((id) => words.choice(columnId, id)).join(t('words.when.choice'))
}

function termText(term: DateTerm, t: Translate): string {
  switch (term.kind) {
    case 'exact':
      return term.date
    case 'today':
      return t('words.day.today')
    case 'yesterday':
      return t('words.day.yesterday')
    case 'tomorrow':
      return t('words.day.tomorrow')
    case 'daysAgo':
      return t('words.day.daysAgo', { days: term.days })
    case 'daysFromNow':
      return t('words.day.daysFromNow', { days: term.days })
    default:
      return assertNever(term)
  }
}

function periodText(period: DatePeriod, t: Translate): string {
  switch (period.kind) {
    case 'pastDays':
      return t('words.day.pastDays', { days: period.days })
    case 'nextDays':
      return t('words.day.nextDays', { days: period.days })
    case 'thisWeek':
      return t('words.day.thisWeek')
    case 'lastWeek':
      return t('words.day.lastWeek')
    case 'nextWeek':
      return t('words.day.nextWeek')
    case 'thisMonth':
      return t('words.day.thisMonth')
    case 'lastMonth':
      return t('words.day.lastMonth')
    case 'nextMonth':
      return t('words.day.nextMonth')
    case 'thisYear':
      return t('words.day.thisYear')
    case 'lastYear':
      return t('words.day.lastYear')
    default:
      return assertNever(period)
  }
}
