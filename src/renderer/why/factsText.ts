import type { Explanation } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { ownColumnsOfFilter, type Condition, type Filter } from '#shared/model/filter.ts'
import type { Words } from '../words/words.ts'

/** Longer than this, a value is read in its own cell. */
const longest = 30

/**
 * What the row has in the columns that a condition reads: 现在是 6; with several columns each is named. Empty where the
 * condition tells it already, or where there is nothing to tell.
 */
export function factsText(when: Filter, values: Explanation['values'], words: Words, t: Translate): string {
  const columns = ownColumnsOfFilter(when)
  const facts = columns.flatMap((columnId) => {
    const value = values.find((each) => each.columnId === columnId)?.value ?? null
    if (value === null || isTold(when, columnId)) return []
    const text = words.value(columnId, value)
    return text === '' || text.length > longest ? [] : [{ column: words.column(columnId), value: text }]
  })
  const [only] = facts
  if (only === undefined) return ''
  if (columns.length === 1) return t('rowPage.why.isNow', { value: only.value })
  return facts.map((fact) => t('rowPage.fact.column', fact)).join(t('words.when.comma'))
}

/** Whether the one condition of a column names the one value there can be. */
function isTold(filter: Filter, columnId: number): boolean {
  const own = conditionsOn(filter, columnId)
  return own.length > 0 && own.every(namesItsValue)
}

function namesItsValue(condition: Condition): boolean {
  switch (condition.operator) {
    case 'anyOf':
      return Array.isArray(condition.value) && condition.value.length === 1
    case 'equal':
    case 'is':
      return typeof condition.value !== 'object'
    case 'exactly':
    case 'isMe':
    case 'isChecked':
    case 'isUnchecked':
    case 'isEmpty':
      return true
    default:
      return false
  }
}

function conditionsOn(filter: Filter, columnId: number): Condition[] {
  if (filter.kind !== 'condition') return filter.items.flatMap((item) => conditionsOn(item, columnId))
  return filter.columnId === columnId ? [filter] : []
}
