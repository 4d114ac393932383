import type { RawCell } from './workbook.ts'

const dayMilliseconds = 86_400_000

/** Day 0 of either date system, as a UTC instant; serials up to 59 of the 1900 system stand one day earlier. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** 9999-12-31 in the 1900 system, the last day Excel knows. */
const lastSerial = 2_958_465

/**
 * The day and time that Excel means by a serial number.
 * Excel counts 1900 as a leap year (as Lotus 1-2-3 did): its serial 60 is a 29 February that never was, which is given
 * as text, so that a date column refuses it instead of guessing. So is serial 0, shown as `1900-01-00`.
 */
export function serialDate(serial: number, is1904 = false): RawCell {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial + 1) return serial
  // Excel rounds to the second: 45356.39583333 is 09:30, not 09:29:59.
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  const time = timeText(seconds - day * 86_400)
  if (is1904) return { date: dayText(epochs[1904], day) + (time === '' ? '' : `T${time}`) }
  if (day === 0) return time === '' ? '1900-01-00' : { date: time }
  if (day === 60) return '1900-02-29'
  const text = dayText(epochs[1900], day < 60 ? day + 1 : day)
  return { date: time === '' ? text : `${text}T${time}` }
}

/** A length of time such as 36:30:00, which a format like `[h]:mm:ss` shows. */
export function serialDuration(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * 86_400)
  return `${serial < 0 ? '-' : ''}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** A `t="d"` cell of ISO 8601 text. */
export function isoDate(text: string): RawCell {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/.exec(text)
  if (found === null) return text
  const [, day = '', minutes, seconds = '00'] = found
  if (minutes === undefined || (minutes === '00:00' && seconds === '00')) return { date: day }
  return { date: `${day}T${minutes}${seconds === '00' ? '' : `:${seconds}`}` }
}

/** Days already written out: a column of dates has few of them, and making one takes longer than finding it. */
const dayTexts = new Map<number, string>()

function dayText(epoch: number, day: number): string {
  const instant = epoch + day * dayMilliseconds
  const known = dayTexts.get(instant)
  if (known !== undefined) return known
  const text = new Date(instant).toISOString().slice(0, 10)
  if (dayTexts.size < 50_000) dayTexts.set(instant, text)
  return text
}

function timeText(seconds: number): string {
  if (seconds === 0) return ''
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
