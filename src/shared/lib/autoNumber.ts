import type { Day } from './days.ts'

/** `autoNumberText('KH-{yyyyMM}-{0001}', '2024-03-05', 7)` → `KH-202403-0007`; a number too long for its zeros keeps all its digits. */
export function autoNumberText(pattern: string, day: Day, number: number): string {
  const text = fillDate(pattern, day)
  const filled = text.replace(counter, (_, zeros: string) => String(number).padStart(zeros.length, '0'))
  return filled === text ? text + number : filled
}

/** What the counter counts by: it begins again when the date in the pattern moves on. */
export const counterKey = (pattern: string, day: Day): string => fillDate(pattern, day).replace(counter, '{}')

/** The number in a text made by the pattern on that day, or null. */
export function readAutoNumber(pattern: string, day: Day, text: string): number | null {
  const [before = '', after = ''] = counterKey(pattern, day).split('{}')
  if (!text.startsWith(before) || !text.endsWith(after)) return null
  const digits = text.slice(before.length, text.length - after.length)
  return /^\d{1,15}$/u.test(digits) ? Number(digits) : null
}

const counter = /\{(0*1?)\}/u

const fillDate = (pattern: string, day: Day): string =>
  pattern
    .replaceAll('{yyyyMMdd}', day.slice(0, 10).replaceAll('-', ''))
    .replaceAll('{yyyyMM}', day.slice(0, 7).replaceAll('-', ''))
    .replaceAll('{yyyy}', day.slice(0, 4))
