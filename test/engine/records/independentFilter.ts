import { addDays, mondayOf } from '#shared/lib/days.ts'
import { datePeriodSchema, dateTermSchema, resolveDateTerm, resolvePeriod } from '#shared/model/dateTerm.ts'
import { filterSchema, type ColumnValue, type Condition, type Filter } from '#shared/model/filter.ts'

/** A row as plain values by column id; a link holds its linked rows. */
export type PlainRow = { id: number; cells: ReadonlyMap<number, PlainCell> }
export type PlainCell = string | number | null | readonly number[] | readonly PlainRow[]

/** What a filter means, said without SQL: read on `today` by member `me`. */
export function passes(row: PlainRow, filter: Filter, today: string, me: number | null): boolean {
  return says(row, filter, today, me) ?? true
}

/** Undefined where the part says nothing. */
function says(row: PlainRow, filter: Filter, today: string, me: number | null): boolean | undefined {
  if (filter.off === true) return undefined
  if (filter.kind === 'condition') {
    const value: unknown = 'value' in filter ? filter.value : null
    const isThere = row.cells.has(filter.columnId) && (!isColumnValue(value) || row.cells.has(value.columnId))
    return isThere ? holds(row, filter, today, me) : undefined
  }
  const parts = filter.items.map((item) => says(row, item, today, me)).filter((part) => part !== undefined)
  if (parts.length === 0) return filter.items.length === 0 ? true : undefined
  return filter.kind === 'and' ? parts.every(Boolean) : parts.some(Boolean)
}

const positives: Partial<Record<Condition['operator'], Condition['operator']>> = {
  isNotEmpty: 'isEmpty',
  isUnchecked: 'isChecked',
  isNotMe: 'isMe',
  notContains: 'contains',
  isNot: 'is',
  notMatches: 'matches',
  isNoneOf: 'isAnyOf',
  notEqual: 'equal',
  notBetween: 'between',
  equalsNone: 'equalsAny',
  noneOf: 'anyOf',
  notOnDate: 'onDate',
  notBetweenDates: 'betweenDates',
  notWithin: 'within',
  linkedNone: 'linkedAny',
}

/** Every "not" is the opposite of its positive, so that only the positives need a meaning. */
function holds(row: PlainRow, condition: Condition, today: string, me: number | null): boolean {
  const cell = row.cells.get(condition.columnId) ?? null
  const value: unknown = 'value' in condition ? condition.value : null
  const positive = positives[condition.operator]
  if (positive !== undefined) return !positiveHolds(row, cell, positive, value, today, me)
  return positiveHolds(row, cell, condition.operator, value, today, me)
}

function positiveHolds(row: PlainRow, cell: PlainCell, operator: string, value: unknown, today: string, me: number | null): boolean {
  const other = isColumnValue(value) ? (row.cells.get(value.columnId) ?? null) : value
  const text = typeof cell === 'string' ? cell.toLowerCase() : null
  const asked = typeof other === 'string' && other !== '' ? other.toLowerCase() : null
  const texts = Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : []
  const numbers = Array.isArray(value) ? value.map(Number) : []
  const ids = idsIn(cell)
  const day = typeof cell === 'string' ? cell.slice(0, 10) : null
  const term = dayAsked(value, other, today)
  const number = typeof cell === 'number' ? cell : null
  switch (operator) {
    case 'isEmpty':
      return cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
    case 'isChecked':
      return cell === 1
    case 'isMe':
      return me !== null && ids.includes(me)
    case 'contains':
      return text !== null && asked !== null && text.includes(asked)
    case 'is':
      return text !== null && text === asked
    case 'startsWith':
      return text !== null && asked !== null && text.startsWith(asked)
    case 'endsWith':
      return text !== null && asked !== null && text.endsWith(asked)
    case 'matches':
      return text !== null && new RegExp(String(value), 'iu').test(text)
    case 'isAnyOf':
      return text !== null && texts.includes(text)
    case 'lengthEquals':
      return (text ?? '').length === value
    case 'longerThan':
      return (text ?? '').length > Number(value)
    case 'shorterThan':
      return (text ?? '').length < Number(value)
    case 'linksEqual':
      return rowsIn(cell).length === value
    case 'linksMoreThan':
      return rowsIn(cell).length > Number(value)
    case 'linksFewerThan':
      return rowsIn(cell).length < Number(value)
    case 'equal':
      return number !== null && number === other
    case 'less':
      return number !== null && typeof other === 'number' && number < other
    case 'lessOrEqual':
      return number !== null && typeof other === 'number' && number <= other
    case 'greater':
      return number !== null && typeof other === 'number' && number > other
    case 'greaterOrEqual':
      return number !== null && typeof other === 'number' && number >= other
    case 'between': {
      const { from, to } = ends(value)
      return number !== null && number >= Number(from) && number <= Number(to)
    }
    case 'equalsAny':
      return number !== null && numbers.includes(number)
    case 'anyOf':
      return ids.some((id) => numbers.includes(id))
    case 'allOf':
      return numbers.every((id) => ids.includes(id))
    case 'exactly':
      return numbers.every((id) => ids.includes(id)) && ids.length === numbers.length
    case 'onDate':
      return day !== null && day === term
    case 'before':
      return day !== null && term !== null && day < term
    case 'after':
      return day !== null && term !== null && day > term
    case 'onOrBefore':
      return day !== null && term !== null && day <= term
    case 'onOrAfter':
      return day !== null && term !== null && day >= term
    case 'betweenDates': {
      const { from, to } = ends(value)
      return day !== null && day >= resolveDateTerm(asTerm(from), today) && day <= resolveDateTerm(asTerm(to), today)
    }
    case 'within': {
      const span = resolvePeriod(asPeriod(value), today)
      return day !== null && day >= span.from && day <= span.to
    }
    case 'anniversaryWithin': {
      const span = resolvePeriod(asPeriod(value), today)
      if (day === null) return false
      for (let one = span.from; one <= span.to; one = addDays(one, 1)) if (isAnniversary(day, one)) return true
      return false
    }
    case 'onWeekday':
      return day !== null && numbers.includes((Date.parse(day) - Date.parse(mondayOf(day))) / 86_400_000 + 1)
    case 'inMonth':
      return day !== null && numbers.includes(Number(day.slice(5, 7)))
    case 'linkedAny':
      return rowsIn(cell).some((linked) => passes(linked, asFilter(value), today, me))
    case 'linkedAll':
      return rowsIn(cell).length > 0 && rowsIn(cell).every((linked) => passes(linked, asFilter(value), today, me))
    default:
      throw new Error(`no meaning for ${operator}`)
  }
}

/** The same day of the year; 29 February is kept on the 28th where there is no 29th. */
function isAnniversary(day: string, one: string): boolean {
  if (day.slice(5) === one.slice(5)) return true
  return day.endsWith('-02-29') && one.endsWith('-02-28') && addDays(one, 1).endsWith('-03-01')
}

function dayAsked(value: unknown, other: unknown, today: string): string | null {
  if (isColumnValue(value)) return typeof other === 'string' && /^\d{4}-/u.test(other) ? addDays(other.slice(0, 10), value.days ?? 0) : null
  return typeof value === 'object' && value !== null && 'kind' in value && terms.has(String(value.kind))
    ? resolveDateTerm(asTerm(value), today)
    : null
}

const terms = new Set(['exact', 'today', 'yesterday', 'tomorrow', 'daysAgo', 'daysFromNow', 'ago', 'fromNow'])

const isColumnValue = (value: unknown): value is ColumnValue =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'column'

const isRow = (item: unknown): item is PlainRow => typeof item === 'object' && item !== null && 'cells' in item

const rowsIn = (cell: PlainCell): PlainRow[] => (Array.isArray(cell) ? cell.filter(isRow) : [])

function idsIn(cell: PlainCell): number[] {
  if (typeof cell === 'number') return [cell]
  if (!Array.isArray(cell)) return []
  return cell.map((item: unknown) => (isRow(item) ? item.id : Number(item)))
}

const asTerm = (value: unknown) => dateTermSchema.parse(value)
const asPeriod = (value: unknown) => datePeriodSchema.parse(value)
const asFilter = (value: unknown): Filter => filterSchema.parse(value)

function ends(value: unknown): { from: unknown; to: unknown } {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) throw new Error('no span')
  return { from: value.from, to: value.to }
}
