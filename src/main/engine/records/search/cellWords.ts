import { withoutFileMarks } from '#shared/lib/fileMarks.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { formatDateTime } from '#shared/lib/formatDate.ts'
import { shiftDecimal } from '#shared/lib/rounding.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { columnKind, formatCell } from '#shared/model/columns/registry.ts'
import { readIds } from '#shared/model/idList.ts'
import { titleColumn } from '../../compute/shownText.ts'
import { oncePerSchema } from '../../store/oncePerSchema.ts'
import type { Schema } from '../../store/schema.ts'
import { mostHan } from './pinyinWords.ts'
import { putText, putToken, type WordSink } from './wordSink.ts'

/**
 * How the cells of a column go into the index. Options and members go in by their ids, and what is typed is turned into
 * ids when it is looked for: giving one another name touches no row.
 */
export type IndexForm =
  /** Found by its sound too where it has no more Han characters than this. */
  | { kind: 'text'; sounding: number }
  | { kind: 'number'; percent: boolean }
  /** Without the marks by which it names pictures of the base. */
  | { kind: 'longText' }
  | { kind: 'time' }
  | { kind: 'options'; columnId: number }
  | { kind: 'members' }
  /** Shown as its type formats it. */
  | { kind: 'shown'; column: Column }

/** Tokens begin with a sign where they are no text; folding leaves signs out of texts, so that none is taken for another. */
export const optionToken = (columnId: number, id: number): string => `§${columnId}o${id}`
export const memberToken = (id: number): string => `¤${id}`
/** The digits of a number as shown, without thousands separators and zeros that end its decimals. */
export const numberToken = (digits: string): string => `¬${digits.replace('.', 'p')}`
export const dayToken = (digits: string): string => `¦${digits}`
export const monthDayToken = (digits: string): string => `¨${digits}`
export const clockToken = (digits: string): string => `¸${digits}`

/** The sounds of what names rows are kept; of other texts those of short ones alone, names of people and places: notes would triple the index. */
const mostHanBeside = 6

/** How a column is searched; null where a person reads nothing, and for the stamps of changes: each edit would rewrite them. */
export const indexFormOf = oncePerSchema((schema, column: Column) => newIndexForm(schema, column))

function newIndexForm(schema: Schema, column: Column): IndexForm | null {
  const shown = displayColumn(column, schema.columns)
  if (!columnKind(shown.type).searchable) return null
  switch (shown.type) {
    case 'text':
    case 'link':
    case 'lookup':
      return { kind: 'text', sounding: column.type === 'link' || titleColumn(schema, column.tableId)?.id === column.id ? mostHan : mostHanBeside }
    case 'longText':
      return { kind: 'longText' }
    case 'phone':
    case 'email':
    case 'address':
    case 'autoNumber':
    case 'file':
    case 'image':
    case 'signature':
      return { kind: 'text', sounding: 0 }
    case 'number':
    case 'rollup':
      return { kind: 'number', percent: shown.type === 'number' && shown.settings.format === 'percent' }
    case 'date':
    case 'dateTime':
    case 'createdTime':
      return { kind: 'time' }
    case 'singleSelect':
    case 'multipleSelect':
      return { kind: 'options', columnId: column.id }
    case 'member':
    case 'members':
    case 'createdBy':
      return { kind: 'members' }
    default:
      return { kind: 'shown', column: shown }
  }
}

/** Puts the tokens of a column's cells into a sink. */
export function cellWriter(form: IndexForm): (sink: WordSink, cell: string | number) => void {
  switch (form.kind) {
    case 'text':
      return (sink, cell) => putText(sink, String(cell), form.sounding)
    case 'longText':
      return (sink, cell) => putText(sink, withoutFileMarks(String(cell)), 0)
    case 'number':
      return (sink, cell) => (typeof cell === 'number' ? putNumber(sink, cell, form.percent) : putText(sink, cell, 0))
    case 'time':
      return (sink, cell) => putTime(sink, String(cell))
    case 'options':
      return (sink, cell) => {
        for (const id of readIds(cell)) putToken(sink, optionToken(form.columnId, id))
      }
    case 'members':
      return (sink, cell) => {
        for (const id of readIds(cell)) putToken(sink, memberToken(id))
      }
    case 'shown':
      return (sink, cell) => putText(sink, formatCell(form.column, cell, { lang: 'zh-CN', members: [] }), 0)
    default:
      return assertNever(form)
  }
}

/** At most six decimals: what follows is no part of what a person reads. */
function putNumber(sink: WordSink, value: number, percent: boolean): void {
  const shown = Math.abs(percent ? shiftDecimal(value, 2) : value)
  const digits = String(Number.isInteger(shown) ? shown : Math.round(shown * 1e6) / 1e6)
  if (!digits.includes('e')) putToken(sink, numberToken(digits))
}

function putTime(sink: WordSink, time: string): void {
  const [day = '', clock = ''] = formatDateTime(time).split(' ')
  const digits = day.replaceAll('-', '')
  putToken(sink, dayToken(digits))
  putToken(sink, monthDayToken(digits.slice(4)))
  if (clock !== '') putToken(sink, clockToken(clock.slice(0, 5).replace(':', '')))
}
