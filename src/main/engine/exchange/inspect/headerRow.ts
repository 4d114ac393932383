import { parseDate } from '#shared/lib/parseDate.ts'
import { parseNumber } from '#shared/lib/parseNumber.ts'
import { isBlank, rawText } from '../read/rawText.ts'
import type { Merge, RawCell, RawRow } from '../read/workbook.ts'
import { isHeaderWord } from './headerWords.ts'

/** How far down a header is looked for; above it stand titles, dates of printing, blank rows. */
export const topRowCount = 50

/**
 * The 0-based row that names the columns, or null. It is the first wide row, if it reads like names and not like data:
 * short different texts, no dates, amounts or numbers, that do not come again below as values do.
 */
export function findHeaderRow(rows: readonly RawRow[], merges: readonly Merge[]): number | null {
  const filled = rows.filter((row) => !row.cells.every(isBlank)).slice(0, topRowCount)
  const width = usualWidth(filled)
  const at = filled.findIndex((row) => filledCells(row).length >= Math.max(1, Math.min(width, 2), width / 2))
  const first = filled[at]
  if (first === undefined || !isNames(first, filled)) return null
  const next = filled[at + 1]
  return (next !== undefined && isGroupedHeader(first, next, filled, merges) ? next.number : first.number) - 1
}

/** The width of most rows; a sheet of title and header alone has the header's. */
function usualWidth(rows: readonly RawRow[]): number {
  const widths = rows.map((row) => filledCells(row).length).sort((left, right) => left - right)
  const median = widths[Math.floor(widths.length / 2)] ?? 0
  return rows.length <= 3 ? Math.max(0, ...widths) : median
}

function isNames(row: RawRow, rows: readonly RawRow[]): boolean {
  const cells = filledCells(row)
  const texts = cells.map((cell) => rawText(cell).trim())
  if (cells.some((cell) => !isName(cell))) return false
  if (new Set(texts).size < texts.length * 0.6) return false
  const known = texts.filter(isHeaderWord).length
  if (known >= Math.max(1, texts.length * 0.3)) return true
  const others = rows.filter((other) => other !== row && !isSameRow(other, row))
  return !row.cells.some((cell, column) => !isBlank(cell) && others.some((other) => rawText(other.cells[column]) === rawText(cell)))
}

/** Years head columns too (2023, 2024); other numbers, dates and yes or no do not. */
function isName(cell: RawCell): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1900 && cell <= 2100
  if (typeof cell !== 'string' || cell.length > 60) return false
  const text = cell.trim()
  if (/^\d{4}年?$/.test(text) || /^\d{1,2}月$/.test(text) || /^Q[1-4]$/i.test(text)) return true
  if (/@.+\./.test(text) || /^[+\d()\s-]{7,}$/.test(text)) return false
  return parseNumber(text) === null && parseDate(text, '2024-01-01') === null
}

/** Two rows of names, the upper one merged over groups of the lower. */
function isGroupedHeader(upper: RawRow, lower: RawRow, rows: readonly RawRow[], merges: readonly Merge[]): boolean {
  const top = upper.number - 1
  const groups = merges.filter((merge) => merge.top === top && merge.bottom === top && merge.right > merge.left)
  if (lower.number !== upper.number + 1 || groups.length === 0 || !isNames(lower, rows)) return false
  const isUnder = (column: number): boolean => groups.some((merge) => merge.left <= column && merge.right >= column)
  return lower.cells.some((cell, column) => !isBlank(cell) && isUnder(column))
}

const filledCells = (row: RawRow): RawCell[] => row.cells.filter((cell) => !isBlank(cell))

const isSameRow = (left: RawRow, right: RawRow): boolean =>
  Math.max(left.cells.length, right.cells.length) > 1 && right.cells.every((cell, column) => rawText(left.cells[column]) === rawText(cell))
