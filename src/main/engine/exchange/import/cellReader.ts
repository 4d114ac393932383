import type { RejectReason } from '#shared/contract/exchange.ts'
import { roundMoney } from '#shared/lib/money.ts'
import { cleanLine } from '#shared/lib/text.ts'
import { saysNothing } from '#shared/lib/nothingWord.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { ParseContext, ParseFailure } from '#shared/model/columns/kind.ts'
import { brokenRule } from '#shared/model/columns/rules.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import { isErrorCell, rawText } from '../read/rawText.ts'
import type { RawCell } from '../read/workbook.ts'
import type { MemberReader } from './memberReader.ts'
import { isPlainLine } from './plainLine.ts'
import { readDay, readMoment } from './readDate.ts'
import type { SelectReader } from './selectReader.ts'

/** Why a cell was not taken; told from a value by being an object. */
export type Refusal = { readonly reason: RejectReason }

/** The stored value of a file's cell, or why there is none. Blank cells are not asked about. */
export type CellReader = (raw: RawCell) => CellValue | Refusal

/**
 * How a column reads. What makes members or options is only checked at first, and read when the whole row is taken:
 * a rejected row leaves nothing behind.
 */
export type ColumnReader =
  | { makes: false; read: CellReader }
  | { makes: true; check: (raw: RawCell) => Refusal | null; read: (raw: RawCell) => CellValue }

export function isRefusal(read: CellValue | Refusal): read is Refusal {
  return typeof read === 'object' && read !== null
}

export const refusals: { readonly [Reason in RejectReason]: Refusal } = {
  againstRule: { reason: 'againstRule' },
  invalidNumber: { reason: 'invalidNumber' },
  tooManyDigits: { reason: 'tooManyDigits' },
  invalidDate: { reason: 'invalidDate' },
  invalidCheckbox: { reason: 'invalidCheckbox' },
  unknownMember: { reason: 'unknownMember' },
  unknownLink: { reason: 'unknownLink' },
  ambiguousLink: { reason: 'ambiguousLink' },
  noMatch: { reason: 'noMatch' },
  ambiguousMatch: { reason: 'ambiguousMatch' },
  alreadyExists: { reason: 'alreadyExists' },
  duplicateInFile: { reason: 'duplicateInFile' },
  missingKey: { reason: 'missingKey' },
  missingRequired: { reason: 'missingRequired' },
  invalidEmail: { reason: 'invalidEmail' },
  invalidPhone: { reason: 'invalidPhone' },
  invalidGeolocation: { reason: 'invalidGeolocation' },
  invalidUrl: { reason: 'invalidUrl' },
  invalidDuration: { reason: 'invalidDuration' },
  invalidRating: { reason: 'invalidRating' },
  invalidProgress: { reason: 'invalidProgress' },
  unknownOption: { reason: 'unknownOption' },
  repeatedHeader: { reason: 'repeatedHeader' },
  notUnique: { reason: 'notUnique' },
  errorCell: { reason: 'errorCell' },
}

/** What reading needs to know of the whole import. */
export type ReaderTools = {
  context: ParseContext
  members: MemberReader
  /** The reader that makes the options of a select column; one for each column, however many sheets fill it. */
  selectFor(column: Extract<Column, { type: 'singleSelect' | 'multipleSelect' }>): SelectReader
}

export function columnReader(column: Column, tools: ReaderTools): ColumnReader {
  switch (column.type) {
    case 'singleSelect':
    case 'multipleSelect': {
      const select = tools.selectFor(column)
      return { makes: true, check: (raw) => (isErrorCell(raw) ? refusals.errorCell : null), read: (raw) => select.read(rawText(raw)) }
    }
    case 'member': {
      const check = (raw: RawCell): Refusal | null => (tools.members.accepts(rawText(raw)) ? null : refusals.unknownMember)
      return { makes: true, check: (raw) => (isErrorCell(raw) ? refusals.errorCell : check(raw)), read: (raw) => tools.members.read(rawText(raw)) }
    }
    case 'members': {
      const check = (raw: RawCell): Refusal | null => (tools.members.acceptsAll(rawText(raw)) ? null : refusals.unknownMember)
      return { makes: true, check: (raw) => (isErrorCell(raw) ? refusals.errorCell : check(raw)), read: (raw) => tools.members.readAll(rawText(raw)) }
    }
    default: {
      const typed = typedReader(column, tools.context)
      const read: CellReader = mayBeNamedNothing.has(column.type) ? (raw) => (typeof raw === 'string' && saysNothing(raw) ? null : typed(raw)) : typed
      return { makes: false, read: (raw) => (isErrorCell(raw) ? refusals.errorCell : ruled(column, read(raw))) }
    }
  }
}

const ruled = (column: Column, read: CellValue | Refusal): CellValue | Refusal =>
  isRefusal(read) || brokenRule(column, read) === null ? read : refusals.againstRule

/** In these 无 is no value, and an empty cell says the same; a text keeps the word, a checkbox reads it as no. */
const mayBeNamedNothing: ReadonlySet<Column['type']> = new Set<Column['type']>([
  'number',
  'date',
  'dateTime',
  'phone',
  'email',
  'url',
  'geolocation',
  'duration',
  'rating',
  'progress',
])

function typedReader(column: Column, context: ParseContext): CellReader {
  const { today } = context
  const fromText = textReader(column, context)
  switch (column.type) {
    case 'number': {
      const { format, decimals } = column.settings
      const isMoney = format === 'currency'
      return (raw) => {
        // -0 is 0 to everyone but a computer.
        if (typeof raw === 'number') return (isMoney ? roundMoney(raw, decimals) : raw) + 0
        return typeof raw === 'string' ? fromText(raw) : refusals.invalidNumber
      }
    }
    case 'date':
      return remembered((raw) => readDay(raw, today) ?? refusals.invalidDate)
    case 'dateTime':
      return remembered((raw) => readMoment(raw, today) ?? refusals.invalidDate)
    case 'checkbox':
      return (raw) => (typeof raw === 'boolean' ? Number(raw) : fromText(rawText(raw)))
    case 'address':
      return remembered((raw) => fromText(rawText(raw)))
    case 'phone':
      return (raw) => (typeof raw === 'string' && isMobile(raw) ? raw : fromText(rawText(raw)))
    case 'autoNumber':
      return (raw) => cleanLine(rawText(raw)) || null
    case 'text':
    case 'longText':
      return (raw) => (typeof raw === 'string' && isPlainLine(raw) ? raw : fromText(rawText(raw)))
    default:
      return (raw) => fromText(typeof raw === 'string' ? raw : rawText(raw))
  }
}

function textReader(column: Column, context: ParseContext): (text: string) => CellValue | Refusal {
  return (text) => {
    const parsed = parseCell(column, text, context)
    return parsed.ok ? parsed.value : refusals[reasonOf(parsed.failure)]
  }
}

/** Computed columns, links and files are never read as text; a reason is named all the same. */
const reasonOf = (failure: ParseFailure): RejectReason =>
  failure === 'computed' || failure === 'needsRows' || failure === 'needsFiles' ? 'unknownLink' : failure

/** 11 digits as every second phone cell holds them need no parsing. */
const isMobile = (text: string): boolean => text.length === 11 && /^1[3-9]\d{9}$/.test(text)

const mostRemembered = 20_000

/** The same text gives the same value: a column of dates has few days, and reading one costs more than finding it. */
function remembered(read: CellReader): CellReader {
  const known = new Map<string, CellValue | Refusal>()
  return (raw) => {
    if (typeof raw !== 'string') return read(raw)
    const seen = known.get(raw)
    if (seen !== undefined) return seen
    if (known.size >= mostRemembered) known.clear()
    const value = read(raw)
    known.set(raw, value)
    return value
  }
}
