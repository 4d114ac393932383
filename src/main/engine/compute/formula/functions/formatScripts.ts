import { partsOfDay, weekdayOf } from '#shared/lib/days.ts'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import { shiftDecimal } from '#shared/lib/rounding.ts'
import type { Script } from './script.ts'
import { script, scriptOrEmpty, textOf } from './scriptValue.ts'

/** Numbers and dates in the patterns of spreadsheets: `#,##0.00`, `0%`, `yyyy-mm-dd hh:mm`. */
export const formatScripts: readonly Script[] = [
  script('TEXT', (value, format) => {
    if (typeof value === 'number') return numberText(value, textOf(format))
    const text = textOf(value)
    return isDate(text) ? dateText(text, textOf(format)) : text
  }),
  scriptOrEmpty('DATETIMEFORMAT', (date, format) => dateText(String(date), textOf(format))),
]

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/u.test(text)

function numberText(number: number, format: string): string {
  const [positive = '', negative, zero] = format.split(';')
  const section = number < 0 && negative !== undefined ? negative : number === 0 && zero !== undefined ? zero : positive
  const pattern = /[#0][#0,]*(?:\.[#0]*)?(?:%)?/u.exec(section)
  const plain = (text: string): string => text.replace(/"([^"]*)"|\\(.)/gu, '$1$2')
  if (pattern === null) return plain(section.replace(/General|@/u, String(number)))
  const [digits] = pattern
  const isPercent = section.includes('%')
  const [whole = '', fraction = ''] = digits.replace('%', '').split('.')
  // A comma behind the digits divides by a thousand.
  const thousands = /,+$/u.exec(whole)?.[0].length ?? 0
  const size = shiftDecimal(Math.abs(number), (isPercent ? 2 : 0) - 3 * thousands)
  const isGrouped = whole.slice(0, whole.length - thousands).includes(',')
  const shown = formatNumber(size, { format: 'plain', decimals: fraction.length, thousands: isGrouped, symbol: '' })
  const [left = '', right = ''] = shown.split('.')
  const least = fraction.lastIndexOf('0') + 1
  const kept = right.slice(0, least) + right.slice(least).replace(/0+$/u, '')
  const zeros = whole.replaceAll(/[^0]/gu, '').length
  const filled = left === '0' && zeros === 0 ? '' : left.padStart(isGrouped ? 0 : zeros, '0')
  const sign = number < 0 && negative === undefined && Number(shown.replaceAll(',', '')) !== 0 ? '-' : ''
  const [before, after] = [section.slice(0, pattern.index), section.slice(pattern.index + digits.length)]
  return `${sign}${plain(before)}${filled}${kept === '' ? '' : `.${kept}`}${digits.endsWith('%') ? '%' : ''}${plain(after)}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hans = '一二三四五六日'

/** `m` is a minute behind hours and before seconds, else a month. */
function dateText(date: string, format: string): string {
  const { year, month, day } = partsOfDay(date)
  const [hour, minute, second] = [Number(date.slice(11, 13)), Number(date.slice(14, 16)), Number(date.slice(17, 19))]
  const weekday = weekdayOf(date.slice(0, 10)) - 1
  const isHalf = /am\/pm|上午\/下午/iu.test(format)
  let isTime = false
  const words = [...format.matchAll(/"([^"]*)"|\\(.)|上午\/下午|am\/pm|y+|m+|d+|h+|s+|a{3,4}|q|[\s\S]/giu)]
  return words
    .map((match, index) => {
      const [word, quoted, escaped] = match
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? ''
      const next = words.slice(index + 1).find(([other]) => /^[a-z]/iu.test(other))?.[0]
      const lower = word.toLowerCase()
      const two = (number: number): string => (lower.length > 1 ? String(number).padStart(2, '0') : String(number))
      const afterTime = isTime
      if (/^[ymdhsaq]/u.test(lower)) isTime = lower.startsWith('h')
      switch (lower[0]) {
        case 'y':
          return lower.length > 2 ? String(year).padStart(4, '0') : String(year % 100).padStart(2, '0')
        case 'm':
          if (afterTime || next?.toLowerCase().startsWith('s') === true) return two(minute)
          return lower.length > 3 ? (months[month - 1] ?? '') : lower.length === 3 ? (months[month - 1] ?? '').slice(0, 3) : two(month)
        case 'd':
          return lower.length > 3 ? (weekdays[weekday] ?? '') : lower.length === 3 ? (weekdays[weekday] ?? '').slice(0, 3) : two(day)
        case 'h':
          return two(isHalf ? ((hour + 11) % 12) + 1 : hour)
        case 's':
          return two(second)
        case 'q':
          return String(Math.ceil(month / 3))
        case 'a':
          if (lower === 'am/pm') return hour < 12 ? 'AM' : 'PM'
          return lower.length === 4 ? `星期${hans[weekday] ?? ''}` : lower.length === 3 ? (hans[weekday] ?? '') : word
        case '上':
          return word.length > 1 ? (hour < 12 ? '上午' : '下午') : word
        default:
          return word
      }
    })
    .join('')
}
