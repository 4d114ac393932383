import type { CellValue, ColumnDef } from 'hucre'
import type { Column, NumberSettings } from '#shared/model/column.ts'
import type { ExportColumn, ExportedCell } from './exportColumn.ts'

/** The most characters Excel holds in a cell; a file with more is taken for damaged. */
const longestText = 32_767

/** The first day whose number means the same in every program: Excel's 1900 has a 29 February. */
const firstDay = '1900-03-01'

/** A column of the sheet: header, width in characters, number format. */
export function xlsxColumn({ name, shown }: ExportColumn): ColumnDef {
  const numFmt = numberFormat(shown)
  return { header: xlsxText(name), width: widthOf(shown, name), ...(numFmt === null ? {} : { numFmt }) }
}

/** A cell with its type: text stays text whatever it begins with, so no formula can come of it. */
export function xlsxCell(cell: ExportedCell): CellValue {
  switch (cell.kind) {
    case 'empty':
      return null
    case 'text':
      return xlsxText(cell.text)
    case 'number':
    case 'percent':
      return cell.value
    case 'date':
      return cell.date < firstDay ? cell.date.replace('T', ' ') : new Date(`${cell.date.length === 10 ? `${cell.date}T00:00` : cell.date}Z`)
  }
}

/** `_x0041_` in a text would be read as the character it names; its underscore is named instead (ECMA-376 part 1, 22.9.2.19). */
function xlsxText(text: string): string {
  return text.slice(0, longestText).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

function numberFormat(column: Column): string | null {
  switch (column.type) {
    case 'number':
      return numberCode(column.settings)
    case 'progress':
      return '0%'
    case 'date':
      return 'yyyy-mm-dd'
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return 'yyyy-mm-dd hh:mm'
    // Digits that are typed into such a column in Excel stay as they are typed.
    case 'text':
    case 'phone':
    case 'duration':
    case 'autoNumber':
      return '@'
    default:
      return null
  }
}

function numberCode({ format, decimals, thousands, symbol, symbolPosition }: NumberSettings): string {
  const digits = `${thousands ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  if (format === 'percent') return `${digits}%`
  if (format !== 'currency' || symbol === '') return digits
  const named = `"${symbol.replaceAll('"', '')}"`
  return symbolPosition === 'after' ? digits + named : named + digits
}

const widths: Partial<Record<Column['type'], number>> = {
  date: 12,
  dateTime: 17,
  createdTime: 17,
  modifiedTime: 17,
  checkbox: 8,
  longText: 40,
  address: 36,
  phone: 16,
  email: 24,
  url: 32,
  link: 24,
}

/** Chinese characters are two wide. */
function widthOf(column: Column, name: string): number {
  const nameWidth = [...name].reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 2 : 1), 3)
  return Math.min(60, Math.max(widths[column.type] ?? 14, nameWidth))
}
