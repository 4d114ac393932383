import { formulaSafe } from '../formulaSafe.ts'
import type { ExportedCell } from './exportColumn.ts'

/** One line of a csv file (RFC 4180), with its end. */
export function csvLine(cells: readonly ExportedCell[]): string {
  return `${cells.map((cell) => quoted(csvText(cell))).join(',')}\r\n`
}

/** A cell as text from which an import reads the same value again. */
function csvText(cell: ExportedCell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return formulaSafe(cell.text)
    case 'number':
      return String(cell.value)
    case 'percent':
      return percentText(cell.value)
    case 'date':
      return cell.date.replace('T', ' ')
  }
}

/** 0.125 is 12.5%: the point is moved in the text, because a multiplication would move the last digit too. */
function percentText(fraction: number): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(fraction))
  if (found === null) return String(fraction)
  const [, sign = '', whole = '', decimals = ''] = found
  const padded = decimals.padEnd(2, '0')
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  return `${sign}${digits}${padded.length > 2 ? `.${padded.slice(2)}` : ''}%`
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
