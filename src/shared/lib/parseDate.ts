import { dayOf, partsOfDay, type Day } from './days.ts'
import { plainForm } from './text.ts'

/**
 * A day as people write it, or null when it is none or does not exist.
 * Taken: 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 二〇二四年三月五日, 20240305, 24/3/5, 3月5日 and 3/5 (of the
 * year of `today`), 5 Mar 2024, Mar 5, 2024, and month first where the year comes last (3/5/2024) unless the first
 * number cannot be a month. Two-digit years: 00–49 are 20xx, 50–99 are 19xx, as Windows and Excel read them.
 * A time after the day is passed over. `dayFirst` reads 5.3.2024 as 5 March, for a column that writes days so.
 */
export function parseDate(text: string, today: Day, dayFirst = false): Day | null {
  return readDateTime(text, today, dayFirst)?.day ?? null
}

/** A day and wall time as people write them; a day alone is its midnight. A zone is not applied: the time stays as typed. */
export function parseDateTime(text: string, today: Day, dayFirst = false): string | null {
  const read = readDateTime(text, today, dayFirst)
  return read === null ? null : `${read.day}T${read.time ?? '00:00'}`
}

function readDateTime(text: string, today: Day, dayFirst: boolean): { day: Day; time: string | null } | null {
  if (text.length > 100) return null
  const plain = fromChineseNumerals(plainForm(text).toLowerCase().replace(/^'/u, '')).replace(weekday, ' ').trim()
  for (const shape of dayFirst ? [dayFirstShape, ...shapes] : shapes) {
    const match = shape.pattern.exec(plain)
    if (match === null) continue
    const day = shape.day(match, today)
    if (day === null) return null
    const rest = plain
      .slice(match[0].length)
      .replace(/^[\s,t]+/u, '')
      .replace(weekday, '')
      .trim()
    if (rest === '') return { day, time: null }
    const time = readTime(rest)
    return time === null ? null : { day, time }
  }
  return null
}

type Shape = { pattern: RegExp; day: (match: RegExpExecArray, today: Day) => Day | null }

const number = (match: RegExpExecArray, index: number) => Number(match[index])
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = String.raw`(${monthNames.join('|')})[a-z]*\.?`
const end = String.raw`(?![\d./-])`

const shapes: readonly Shape[] = [
  { pattern: /^(\d{4})(\d\d)(\d\d)(?=$|[\st])/u, day: (m) => dayOf(number(m, 1), number(m, 2), number(m, 3)) },
  // 20240305143000, as machines write it
  { pattern: /^(\d{4})(\d\d)(\d\d)(?=\d{4}(?:\d\d)?$)/u, day: (m) => dayOf(number(m, 1), number(m, 2), number(m, 3)) },
  {
    pattern: new RegExp(String.raw`^(\d{4}|\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})${end}`, 'u'),
    day: (m) => dayOf(fullYear(m[1] ?? ''), number(m, 3), number(m, 4)),
  },
  {
    pattern: /^(\d{4}|\d{2})\s?年\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})(?:\s?[日号]|(?!\d))/u,
    day: (m) => dayOf(fullYear(m[1] ?? ''), number(m, 2), number(m, 3)),
  },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${end}`, 'u'),
    day: (m) => (number(m, 1) > 12 ? dayOf(number(m, 4), number(m, 3), number(m, 1)) : dayOf(number(m, 4), number(m, 1), number(m, 3))),
  },
  { pattern: /^(\d{1,2})\s?月\s?(\d{1,2})(?:\s?[日号]|(?!\d))/u, day: (m, today) => dayOf(partsOfDay(today).year, number(m, 1), number(m, 2)) },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})([-/])(\d{1,2})${end}`, 'u'),
    day: (m, today) => dayOf(partsOfDay(today).year, number(m, 1), number(m, 3)),
  },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]${monthName},?[\s-](\d{4})`, 'u'),
    day: (m) => dayOf(number(m, 3), monthNumber(m[2]), number(m, 1)),
  },
  {
    pattern: new RegExp(String.raw`^${monthName}\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})`, 'u'),
    day: (m) => dayOf(number(m, 3), monthNumber(m[1]), number(m, 2)),
  },
]

const dayFirstShape: Shape = {
  pattern: new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})${end}`, 'u'),
  day: (m) => dayOf(fullYear(m[3] ?? ''), number(m, 2), number(m, 1)),
}

const monthNumber = (name: string | undefined) => monthNames.indexOf(name ?? '') + 1

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

const weekday = /\s?[(,]?\s?(?:(?:星期|周|礼拜)[一二三四五六日天1-7]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)\s?[),]?\s?/u

const timeShape =
  /^(?:(上午|下午|早上|早晨|中午|晚上|傍晚|凌晨|夜里|am|pm)\s?)?(\d{1,2})(?:\s?[:点时]\s?(?:(半)|(\d{1,2})\s?分?)?(?:\s?:?\s?(\d{1,2})(?:\.\d+)?\s?秒?)?)(?:\s?(am|pm|a\.m\.|p\.m\.))?(?:\s?(?:z|[+-]\d\d:?\d\d))?$/u

/** A time of day as `HH:MM` or `HH:MM:SS`, from 14:30, 下午2:30, 2点半, 2:30 pm. */
function readTime(text: string): string | null {
  const compact = /^(\d\d)(\d\d)(\d\d)?$/u.exec(text)
  if (compact !== null) return clock(Number(compact[1]), Number(compact[2]), compact[3])
  const match = timeShape.exec(text)
  if (match === null) return null
  const [, before, hourText, half, minuteText, second, after] = match
  const part = before ?? after?.replaceAll('.', '')
  const hour = hourOfDay(Number(hourText), part)
  return hour === null ? null : clock(hour, half === undefined ? Number(minuteText ?? 0) : 30, second)
}

function hourOfDay(hour: number, part: string | undefined): number | null {
  if (part === undefined) return hour
  if (hour > 12) return afternoon.has(part) ? hour : null
  if (afternoon.has(part)) return hour === 12 ? (part === '晚上' || part === '夜里' ? null : 12) : hour + 12
  if (part === '中午') return hour < 4 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}
const afternoon = new Set(['下午', '晚上', '傍晚', '夜里', 'pm'])

function clock(hour: number, minute: number, second: string | undefined): string | null {
  if (hour > 23 || minute > 59 || Number(second ?? 0) > 59) return null
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return second === undefined || Number(second) === 0 ? time : `${time}:${second.padStart(2, '0')}`
}

/** 二〇二四年三月十五日 → 2024年3月15日; other text stays. */
function fromChineseNumerals(text: string): string {
  if (!/^[〇○零一二三四五六七八九十]+[年月]/u.test(text)) return text
  return text.replace(/([〇○零一二三四五六七八九十]+)(?=[年月日号])/gu, (numeral) => String(chineseNumber(numeral)))
}

function chineseNumber(numeral: string): number | string {
  const digits = [...numeral].map((sign) => (sign === '○' ? 0 : '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign)))
  const ten = numeral.indexOf('十')
  if (ten === -1) return digits.join('')
  const tens = ten === 0 ? 1 : (digits[0] ?? 0)
  return tens * 10 + (digits[ten + 1] ?? 0)
}
