import { parseYesNo } from '#shared/lib/checkbox.ts'
import { parseDate, parseDateTime } from '#shared/lib/parseDate.ts'
import { parseNumber } from '#shared/lib/parseNumber.ts'
import type { Script } from './script.ts'
import { notAvailable, numberOf, script, scriptOrEmpty, textOf, wrongValue } from './scriptValue.ts'
import { inUnit } from './units.ts'

/** Texts read as numbers and dates, as they are where they are typed into a cell. */
export const conversionScripts: readonly Script[] = [
  scriptOrEmpty('TONUMBER', (value) => (typeof value === 'number' ? value : (parseNumber(value) ?? wrongValue))),
  scriptOrEmpty('TOBOOLEAN', (value) => {
    if (typeof value === 'number') return Number(value !== 0)
    const read = parseYesNo(value)
    return read === null ? wrongValue : Number(read)
  }),
  scriptOrEmpty('TODATE', (value) => readDay(String(value)) ?? wrongValue),
  scriptOrEmpty('TODATETIME', (value) => readMoment(String(value)) ?? wrongValue),
  script('CONVERT', (number, from, to) => inUnit(numberOf(number), textOf(from), textOf(to)) ?? notAvailable),
  script('ISNUMERIC', (text) => Number(parseNumber(textOf(text)) !== null)),
  script('ISDATE', (text) => Number(readDay(textOf(text)) !== null)),
]

// Without a year it would be another day next year.
const hasYear = (text: string): boolean => /\d{4}|\d{2}[/.年-]\d{1,2}[/.月-]\d{1,2}|[〇零一二三四五六七八九]{4}/u.test(text.normalize('NFKC'))

function readDay(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}T/u.test(text)) return text.slice(0, 10)
  return hasYear(text) ? parseDate(text, '2000-01-01') : null
}

function readMoment(text: string): string | null {
  return hasYear(text) ? parseDateTime(text, '2000-01-01') : null
}
