import { parseDate } from '#shared/lib/parseDate.ts'
import { parseNumber } from '#shared/lib/parseNumber.ts'
import { phoneDigits } from '#shared/lib/phone.ts'
import { matchKey } from '#shared/model/cellKey.ts'
import type { Column } from '#shared/model/column.ts'
import { rawText } from '../read/rawText.ts'
import type { RawCell } from '../read/workbook.ts'

/** The key of a file's cell that names a row by this column. */
export function keyOfRaw(column: Column, raw: RawCell, today: string): string {
  const text = rawText(raw)
  switch (column.type) {
    case 'phone':
      return phoneDigits(text) || matchKey(text)
    case 'number': {
      const number = typeof raw === 'number' ? raw : parseNumber(text)
      return number === null ? matchKey(text) : String(number)
    }
    case 'date':
      return parseDate(text, today) ?? matchKey(text)
    default:
      return matchKey(text)
  }
}
