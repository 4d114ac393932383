import { byte, isNameEnd, readInteger, readNumber, seek } from './bytes.ts'
import { readAttributes, type CellType } from './cellTag.ts'
import type { FormatKind } from './numberFormat.ts'
import { isoDate, serialDate, serialDuration } from './serialDate.ts'
import { contentText, textOf } from './sharedStrings.ts'
import type { NumberLook, RawCell, RawRow } from './workbook.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  strings: readonly string[]
  /** By the style number of a cell. */
  formats: readonly FormatKind[]
  is1904: boolean
  looks: Map<number, NumberLook>
}

/**
 * Reads the rows of a worksheet part, given in pieces that cut no row.
 * Works on bytes: nearly every cell of a sheet is a number or the number of a shared string, and neither needs text.
 */
export function sheetRowReader(context: SheetContext): (bytes: Buffer, prefix: string) => RawRow[] {
  let lastRow = 0
  return (bytes, prefix) => {
    const skip = prefix.length
    const rows: RawRow[] = []
    let cells: RawCell[] | null = null
    let at = seek(bytes, byte.lessThan, 0)
    while (at >= 0) {
      const name = bytes[at + 1 + skip]
      const after = bytes[at + 2 + skip]
      if (name === byte.c && cells !== null && isNameEnd(after)) {
        at = readCell(bytes, at + 2 + skip, prefix, cells, context)
      } else if (name === byte.r && after === byte.o && bytes[at + 3 + skip] === byte.w && isNameEnd(bytes[at + 4 + skip])) {
        const head = readAttributes(bytes, at + 4 + skip)
        const number = head.row > 0 ? head.row : lastRow + 1
        lastRow = number
        cells = []
        rows.push({ number, cells })
        if (head.isEmpty) cells = null
        at = head.end
      } else {
        at += 1
      }
      at = seek(bytes, byte.lessThan, at)
    }
    return rows
  }
}

/** The last column of Excel, XFD; a reference beyond it is made up. */
const lastColumn = 16_383

/** Reads one cell into its place in the row, and answers where it ends. */
function readCell(bytes: Buffer, from: number, prefix: string, cells: RawCell[], context: SheetContext): number {
  const { end, isEmpty, column: place, style, type } = readAttributes(bytes, from)
  const column = place >= 0 ? place : cells.length
  if (column > lastColumn) return end
  if (isEmpty) {
    // Keeps the place of a cell without a reference.
    if (place < 0) cells.push(null)
    return end
  }
  const skip = prefix.length
  let value: RawCell = null
  let at = seek(bytes, byte.lessThan, end)
  while (at >= 0) {
    if (bytes[at + 1] === byte.slash) {
      if (bytes[at + 2 + skip] === byte.c && bytes[at + 3 + skip] === byte.greaterThan) break
      at += 2
    } else if (bytes[at + 1 + skip] === byte.v && isNameEnd(bytes[at + 2 + skip])) {
      const start = seek(bytes, byte.greaterThan, at) + 1
      const stop = bytes[start - 2] === byte.slash ? start : seek(bytes, byte.lessThan, start)
      value = cellValue(bytes, start, stop < 0 ? bytes.length : stop, style, type, column, context)
      at = stop < 0 ? bytes.length : stop
    } else if (bytes[at + 1 + skip] === byte.i && bytes[at + 2 + skip] === byte.s && isNameEnd(bytes[at + 3 + skip])) {
      const close = bytes.indexOf(`</${prefix}is>`, at)
      const stop = close < 0 ? bytes.length : close
      value = inlineText(bytes, prefix, at, stop)
      at = stop + 1
    } else if (bytes[at + 1 + skip] === byte.f && isNameEnd(bytes[at + 2 + skip])) {
      at = seek(bytes, byte.greaterThan, at) + 1
    } else {
      at += 1
    }
    at = seek(bytes, byte.lessThan, at)
  }
  if (value !== null || place < 0) {
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return at < 0 ? bytes.length : at
}

/** The commonest form, one plain `t`, is read without making text of the tags around it. */
function inlineText(bytes: Buffer, prefix: string, from: number, to: number): string {
  const skip = prefix.length
  const first = seek(bytes, byte.lessThan, from + 1)
  if (bytes[first + 1 + skip] === byte.t && isNameEnd(bytes[first + 2 + skip])) {
    const start = seek(bytes, byte.greaterThan, first) + 1
    const stop = seek(bytes, byte.lessThan, start)
    const isAlone = stop + prefix.length + 4 >= to && bytes[stop + 1] === byte.slash
    if (isAlone && bytes[start - 2] !== byte.slash) return plainText(bytes, start, stop)
  }
  return textOf(bytes.toString('utf8', from, to), prefix)
}

function plainText(bytes: Buffer, from: number, to: number): string {
  return contentText(bytes.toString('utf8', from, to))
}

function cellValue(bytes: Buffer, from: number, to: number, style: number, type: CellType, column: number, context: SheetContext): RawCell {
  if (from >= to) return type === 'text' ? '' : null
  switch (type) {
    case 'shared':
      return context.strings[readInteger(bytes, from, to)] ?? null
    case 'text':
      return plainText(bytes, from, to)
    case 'inline':
      return plainText(bytes, from, to)
    case 'boolean':
      return bytes[from] === byte.one || bytes[from] === byte.t
    case 'error':
      return { error: bytes.toString('latin1', from, to) }
    case 'date':
      return isoDate(bytes.toString('latin1', from, to))
    case 'none':
      return shownNumber(readNumber(bytes, from, to), style, column, context)
  }
}

function shownNumber(value: number, style: number, column: number, context: SheetContext): RawCell {
  if (Number.isNaN(value)) return null
  const format = style > 0 ? context.formats[style] : context.formats[0]
  switch (format?.kind) {
    case 'date':
      return serialDate(value, context.is1904)
    case 'duration':
      return serialDuration(value)
    case 'zeros':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.width, '0') : value
    case 'percent':
    case 'currency':
      context.looks.set(column, format.kind)
      return value
    default:
      return value
  }
}
