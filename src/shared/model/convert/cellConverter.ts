import { parseDateTime } from '../../lib/parseDate.ts'
import { nameKey, plainForm } from '../../lib/text.ts'
import type { CellValue } from '../cell.ts'
import type { Column } from '../column.ts'
import type { ParseContext } from '../columns/kind.ts'
import { inFull } from '../columns/display.ts'
import { formatCell, parseCell, storageOf } from '../columns/registry.ts'
import { directRoad } from './directRoad.ts'

/** What becomes of one cell: the same in meaning, changed, or lost; `before` and `after` are what a person reads. */
export type ConvertedCell = { outcome: 'empty' | 'same' | 'changed' | 'lost'; value: CellValue; before: string; after: string }

/**
 * Turns cells of one column into cells of another. Both are plain columns (`plainColumn`): a computed one is read as
 * what it shows. The road goes by the text a person reads, so that every type is reached from every other.
 */
export function cellConverter(shownFrom: Column, shownTo: Column, context: ParseContext): (value: CellValue) => ConvertedCell {
  // What a format hides, a year or the last digits, would be lost on a road by text.
  const [from, to] = [inFull(shownFrom), inFull(shownTo)]
  return (value) => {
    const before = formatCell(from, value, context)
    const made = turned(from, to, value, before, context)
    if (made === 'empty' || value === null) return { outcome: 'empty', value: null, before: '', after: '' }
    if (made === 'lost') return { outcome: 'lost', value: null, before, after: '' }
    const after = formatCell(to, made.value, context)
    const isSame = made.isSame ?? keepsMeaning(from, to, { value, before }, { value: made.value, after }, context)
    return { outcome: isSame ? 'same' : 'changed', value: made.value, before, after }
  }
}

/** The cells that `cellConverter` makes, without asking what became of their meaning. */
export function cellMaker(from: Column, to: Column, context: ParseContext): (value: CellValue) => CellValue {
  return (value) => {
    const made = turned(from, to, value, formatCell(from, value, context), context)
    return typeof made === 'string' ? null : made.value
  }
}

/** A cell turned; whether it says the same is known already where it did not go by its text. */
type Turned = { value: CellValue; isSame: boolean | null }

function turned(from: Column, to: Column, value: CellValue, before: string, context: ParseContext): Turned | 'empty' | 'lost' {
  if (value === null || before === '') return 'empty'
  const direct = directRoad(from, to, value)
  if (direct !== null) return direct
  const read = parseCell(to, before, context)
  return read.ok && read.value !== null ? { value: read.value, isSame: null } : 'lost'
}

type Before = { value: CellValue; before: string }
type After = { value: CellValue; after: string }

/** Whether nothing that was told by the old cell is left out of the new one, or hidden by how it is shown. */
function keepsMeaning(from: Column, to: Column, { value, before }: Before, { value: made, after }: After, context: ParseContext): boolean {
  // What is shown as it was written was read from that very text.
  if (after !== before && !readsBack(to, after, made, context)) return false
  // A number that begins with zero is a code: 0571 is not 571.
  if (to.type === 'number') return !/^[-+]?0\d/u.test(before.trim())
  if (isFreeText(from)) {
    if (to.type === 'date') return parseDateTime(before, context.today)?.endsWith('T00:00') ?? false
    return to.type === 'dateTime' || storageOf(to.type) !== 'TEXT' || saysTheSame(before, after)
  }
  return readsBack(from, after, value, context)
}

function readsBack(column: Column, text: string, value: CellValue, context: ParseContext): boolean {
  const read = parseCell(column, text, context)
  return read.ok && read.value === value
}

const isFreeText = (column: Column): boolean => column.type === 'text' || column.type === 'longText'

/** Width, case and separators aside; where lines were, there are still lines. */
function saysTheSame(before: string, after: string): boolean {
  if (before === after) return true
  if (before.trim().includes('\n') && !after.includes('\n')) return false
  return plainForm(before) === plainForm(after) || wordsOf(before) === wordsOf(after)
}

const wordsOf = (text: string): string => nameKey(text).replace(/[;|:]/gu, '')
