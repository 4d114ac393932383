import type { RawCell } from './workbook.ts'

/** What a person reads in a cell; blank for an empty one. */
export function rawText(raw: RawCell | undefined): string {
  if (raw === null || raw === undefined) return ''
  if (typeof raw === 'string') return raw
  if (typeof raw === 'number') return numberText(raw)
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE'
  return 'date' in raw ? raw.date.replace('T', ' ') : raw.error
}

/**
 * A number with all the digits that Excel keeps and none that it does not: 13800138000 and 110101199003070000 stay
 * whole (never 1.38E+10), 0.1 + 0.2 is 0.3. Excel shows and compares 15 digits.
 */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  return plainDigits(Number(value.toPrecision(15)))
}

function plainDigits(value: number): string {
  const text = String(value)
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (small === null) return text
  const [, sign = '', first = '', rest = '', places = '0'] = small
  return `${sign}0.${'0'.repeat(Number(places) - 1)}${first}${rest}`
}

/** Whether nothing stands in the cell that a person could see. */
export function isBlank(raw: RawCell | undefined): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && (raw === '' || raw.trim() === ''))
}

const errorTexts = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#CONNECT!',
  '#GETTING_DATA',
])

/** A failed formula, also where a text file or a pasted value kept only its text. */
export function isErrorCell(raw: RawCell): boolean {
  if (typeof raw === 'string') return raw.charCodeAt(0) === 35 && errorTexts.has(raw.trim())
  return typeof raw === 'object' && raw !== null && 'error' in raw
}
