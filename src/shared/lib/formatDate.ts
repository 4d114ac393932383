import type { DateFormat } from '../model/column.ts'
import type { Lang } from '../i18n/lang.ts'
import { assertNever } from './assertNever.ts'
import { localMinute, partsOfDay, weekdayOf, type Day } from './days.ts'

/** A day in a cell: ISO in both languages, so that a column of them lines up and reads back. */
export const formatDay = (day: Day): string => day.slice(0, 10)

/** A day in the format of its column; the year shows as it is, also before 1900. */
export function formatDayAs(day: Day, format: DateFormat): string {
  if (!/^\d{4}-\d{2}-\d{2}/u.test(day)) return day.slice(0, 10)
  const { year, month, day: dayOfMonth } = partsOfDay(day)
  switch (format) {
    case 'iso':
      return formatDay(day)
    case 'slashes':
      return `${year}/${month}/${dayOfMonth}`
    case 'chinese':
      return `${year}年${month}月${dayOfMonth}日`
    case 'chineseShort':
      return `${month}月${dayOfMonth}日`
    case 'dots':
      return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
    case 'monthFirst':
      return `${month}/${dayOfMonth}/${year}`
    default:
      return assertNever(format)
  }
}

/** A date-time in a cell: `2024-03-05 14:30`. A UTC instant (ending in Z) is shown in local time. */
export function formatDateTime(dateTime: string): string {
  const local = dateTime.endsWith('Z') ? localMinute(new Date(dateTime)) : dateTime
  return local.slice(0, 19).replace('T', ' ')
}

/** A date-time in the format of its column: the day as it says, then the time. */
export function formatDateTimeAs(dateTime: string, format: DateFormat): string {
  const shown = formatDateTime(dateTime)
  return formatDayAs(shown, format) + shown.slice(10)
}

/** A day in a sentence: `2024年3月5日 星期二`, `Tue, 5 Mar 2024`. */
export function formatLongDay(day: Day, lang: Lang): string {
  const { year, month, day: dayOfMonth } = partsOfDay(day)
  if (lang === 'zh-CN') return `${year}年${month}月${dayOfMonth}日 星期${'一二三四五六日'[weekdayOf(day) - 1] ?? ''}`
  return `${weekdays[weekdayOf(day) - 1] ?? ''}, ${dayOfMonth} ${months[month - 1] ?? ''} ${year}`
}

/** A day of a year that is known: `3月5日`, `5 Mar`. */
export function formatMonthDay(day: Day, lang: Lang): string {
  const { month, day: dayOfMonth } = partsOfDay(day)
  return lang === 'zh-CN' ? `${month}月${dayOfMonth}日` : `${dayOfMonth} ${months[month - 1] ?? ''}`
}

/** A month, from `2024-03` or any day of it: `2024年3月`, `Mar 2024`. */
export function formatMonth(month: string, lang: Lang): string {
  const { year, month: number } = partsOfDay(month)
  return lang === 'zh-CN' ? `${year}年${number}月` : `${months[number - 1] ?? ''} ${year}`
}

/** A quarter, from `2026-Q4`: `2026年第4季度`, `Q4 2026`. */
export function formatQuarter(quarter: string, lang: Lang): string {
  const [year = '', number = ''] = quarter.split('-Q')
  return lang === 'zh-CN' ? `${year}年第${number}季度` : `Q${number} ${year}`
}

/** A year: `2026年`, `2026`. */
export const formatYear = (year: string, lang: Lang): string => (lang === 'zh-CN' ? `${year}年` : year)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
