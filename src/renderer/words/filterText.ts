import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { inForce, type ColumnValue, type Condition, type Filter } from '#shared/model/filter.ts'
import { periodText, termText } from './dateText.ts'
import type { Words } from './words.ts'

/** A filter as a person says it: 「订单数」≥ 1，并且「最近谈判时间」在过去 30 天内. What is turned off is not said. */
export function filterText(filter: Filter, words: Words, t: Translate): string {
  const asked = inForce(filter)
  return asked === null ? t('words.when.always') : partText(asked, words, t)
}

function partText(filter: Filter, words: Words, t: Translate): string {
  if (filter.kind === 'condition') return conditionText(filter, words, t)
  if (filter.items.length === 0) return t('words.when.always')
  const join = filter.kind === 'and' ? t('words.when.and') : t('words.when.or')
  const said = filter.kind === 'and' ? byColumn(filter.items) : filter.items.map((item): Said => ({ item, others: [] }))
  const parts = said.map(({ item, others }) => {
    // A group inside a group keeps its own sense.
    const text =
      item.kind !== 'condition' && item.items.length > 1 && item.kind !== filter.kind
        ? t('words.when.grouped', { text: partText(item, words, t) })
        : partText(item, words, t)
    if (others.length === 0) return text
    return t('words.when.alsoAtLeast', { text, values: others.map((value) => columnText(value, words, t)).join(t('words.when.comma')) })
  })
  return parts.join(join)
}

type Said = { item: Filter; others: ColumnValue[] }

/** A column that is to be at least this, and that, and that, is named once. */
function byColumn(items: readonly Filter[]): Said[] {
  const said: Said[] = []
  for (const item of items) {
    const last = said.at(-1)
    const bound = atLeast(item)
    if (last !== undefined && bound !== null && typeof bound.value !== 'number' && atLeast(last.item)?.columnId === bound.columnId)
      last.others.push(bound.value)
    else said.push({ item, others: [] })
  }
  return said
}

/** What a column is to be at least, if that is what is asked. */
function atLeast(filter: Filter): { columnId: number; value: number | ColumnValue } | null {
  return filter.kind === 'condition' && filter.operator === 'greaterOrEqual' ? { columnId: filter.columnId, value: filter.value } : null
}

function conditionText(condition: Condition, words: Words, t: Translate): string {
  const { columnId } = condition
  const column = words.column(columnId)
  const list = (parts: readonly string[]): string =>
    [parts.slice(0, -1).join(t('words.when.comma')), ...parts.slice(-1)].filter((part) => part !== '').join(t('words.when.choice'))
  // A number stands off from the Chinese words before it, a name in quotes does not.
  const say = (value: string): string => t(`words.when.${condition.operator}`, { column, value }).replace(' 「', '「')
  switch (condition.operator) {
    case 'isEmpty':
    case 'isNotEmpty':
    case 'isChecked':
    case 'isUnchecked':
    case 'isMe':
    case 'isNotMe':
      return say('')
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return say(typeof condition.value === 'string' ? t('words.text', { text: condition.value }) : columnText(condition.value, words, t))
    case 'matches':
    case 'notMatches':
      return say(t('words.text', { text: condition.value }))
    case 'isAnyOf':
    case 'isNoneOf':
      return say(list(condition.value.map((text) => t('words.text', { text }))))
    case 'lengthEquals':
    case 'longerThan':
    case 'shorterThan':
    case 'linksEqual':
    case 'linksMoreThan':
    case 'linksFewerThan':
      return say(String(condition.value))
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return say(typeof condition.value === 'number' ? words.value(columnId, condition.value) : columnText(condition.value, words, t))
    case 'between':
    case 'notBetween':
      return say(t('words.span', { from: words.value(columnId, condition.value.from), to: words.value(columnId, condition.value.to) }))
    case 'equalsAny':
    case 'equalsNone':
      return say(list(condition.value.map((number) => words.value(columnId, number))))
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return say(
        Array.isArray(condition.value) ? list(condition.value.map((id) => words.choice(columnId, id))) : columnText(condition.value, words, t),
      )
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter': {
      const { value } = condition
      if (value.kind === 'column') return say(columnText(value, words, t))
      // "Not after 365 days ago" is true, and nobody says it.
      if (value.kind === 'daysAgo' && condition.operator === 'onOrBefore') return t('words.when.longerAgo', { column, days: value.days })
      if (value.kind === 'daysAgo' && condition.operator === 'onOrAfter') return t('words.when.inPastDays', { column, days: value.days })
      return say(termText(value, t))
    }
    case 'betweenDates':
    case 'notBetweenDates':
      return say(t('words.span', { from: termText(condition.value.from, t), to: termText(condition.value.to, t) }))
    case 'within':
    case 'notWithin':
    case 'anniversaryWithin':
      return say(periodText(condition.value, t))
    case 'onWeekday':
      return say(list(condition.value.map((day) => dayName(t('words.weekdays'), day))))
    case 'inMonth':
      return say(list(condition.value.map((month) => dayName(t('words.months'), month))))
    case 'linkedAny':
    case 'linkedAll':
    case 'linkedNone':
      return say(partText(condition.value, words, t))
    default:
      return assertNever(condition)
  }
}

function columnText({ columnId, days = 0 }: ColumnValue, words: Words, t: Translate): string {
  const column = words.column(columnId)
  if (days === 0) return t('words.column', { column })
  return days > 0 ? t('words.columnLater', { column, days }) : t('words.columnEarlier', { column, days: -days })
}

/** The name at a 1-based place of a list parted by spaces. */
const dayName = (names: string, place: number): string => names.split(' ')[place - 1] ?? ''
