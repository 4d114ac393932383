import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Condition, DatePeriod, DateTerm, Filter } from '#shared/model/filter.ts'
import type { Words } from './words.ts'

/** A filter as a person says it: 「订单数」≥ 1，并且「最近谈判时间」在过去 30 天内. */
export function filterText(filter: Filter, words: Words, t: Translate): string {
  if (filter.kind === 'condition') return conditionText(filter, words, t)
  if (filter.items.length === 0) return t('rowPage.when.always')
  const join = filter.kind === 'and' ? t('rowPage.when.and') : t('rowPage.when.or')
  const parts = filter.items.map((item) => (
    // A group inside a group keeps its own sense.
    item.kind !== 'condition' && item.items.length > 1 && item.kind !== filter.kind
      ? t('rowPage.when.grouped', { text: filterText(item, words, t) })
      : filterText(item, words, t)
  ))
  return parts.join(join)
}

function conditionText(condition: Condition, words: Words, t: Translate): string {
  const column = words.column(condition.columnId)
  switch (condition.operator) {
    case 'isEmpty': return t('rowPage.when.isEmpty', { column })
    case 'isNotEmpty': return t('rowPage.when.isNotEmpty', { column })
    case 'isChecked': return t('rowPage.when.isChecked', { column })
    case 'isUnchecked': return t('rowPage.when.isUnchecked', { column })
    case 'isMe': return t('rowPage.when.isMe', { column })
    case 'contains': return t('rowPage.when.contains', { column, value: condition.value })
    case 'notContains': return t('rowPage.when.notContains', { column, value: condition.value })
    case 'is': return t('rowPage.when.is', { column, value: condition.value })
    case 'isNot': return t('rowPage.when.isNot', { column, value: condition.value })
    case 'startsWith': return t('rowPage.when.startsWith', { column, value: condition.value })
    case 'endsWith': return t('rowPage.when.endsWith', { column, value: condition.value })
    case 'equal': return t('rowPage.when.equal', { column, value: words.value(condition.columnId, condition.value) })
    case 'notEqual': return t('rowPage.when.notEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'less': return t('rowPage.when.less', { column, value: words.value(condition.columnId, condition.value) })
    case 'lessOrEqual': return t('rowPage.when.lessOrEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'greater': return t('rowPage.when.greater', { column, value: words.value(condition.columnId, condition.value) })
    case 'greaterOrEqual': return t('rowPage.when.greaterOrEqual', { column, value: words.value(condition.columnId, condition.value) })
    case 'anyOf': return t('rowPage.when.anyOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'noneOf': return t('rowPage.when.noneOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'allOf': return t('rowPage.when.allOf', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'exactly': return t('rowPage.when.exactly', { column, value: choices(condition.columnId, condition.value, words, t) })
    case 'onDate': return t('rowPage.when.onDate', { column, value: termText(condition.value, t) })
    case 'notOnDate': return t('rowPage.when.notOnDate', { column, value: termText(condition.value, t) })
    case 'before': return t('rowPage.when.before', { column, value: termText(condition.value, t) })
    case 'after': return t('rowPage.when.after', { column, value: termText(condition.value, t) })
    case 'onOrBefore': return t('rowPage.when.onOrBefore', { column, value: termText(condition.value, t) })
    case 'onOrAfter': return t('rowPage.when.onOrAfter', { column, value: termText(condition.value, t) })
    case 'within': return t('rowPage.when.within', { column, value: periodText(condition.value, t) })
    default: return assertNever(condition)
  }
}

function choices(columnId: number, ids: readonly number[], words: Words, t: Translate): string {
  return ids.map((id) => words.choice(columnId, id)).join(t('rowPage.when.choice'))
}

function termText(term: DateTerm, t: Translate): string {
  switch (term.kind) {
    case 'exact': return term.date
    case 'today': return t('rowPage.day.today')
    case 'yesterday': return t('rowPage.day.yesterday')
    case 'tomorrow': return t('rowPage.day.tomorrow')
    case 'daysAgo': return t('rowPage.day.daysAgo', { days: term.days })
    case 'daysFromNow': return t('rowPage.day.daysFromNow', { days: term.days })
    default: return assertNever(term)
  }
}

function periodText(period: DatePeriod, t: Translate): string {
  switch (period.kind) {
    case 'pastDays': return t('rowPage.day.pastDays', { days: period.days })
    case 'nextDays': return t('rowPage.day.nextDays', { days: period.days })
    case 'thisWeek': return t('rowPage.day.thisWeek')
    case 'lastWeek': return t('rowPage.day.lastWeek')
    case 'nextWeek': return t('rowPage.day.nextWeek')
    case 'thisMonth': return t('rowPage.day.thisMonth')
    case 'lastMonth': return t('rowPage.day.lastMonth')
    case 'nextMonth': return t('rowPage.day.nextMonth')
    case 'thisYear': return t('rowPage.day.thisYear')
    case 'lastYear': return t('rowPage.day.lastYear')
    default: return assertNever(period)
  }
}
