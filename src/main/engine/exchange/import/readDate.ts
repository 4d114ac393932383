import { parseDate, parseDateTime } from '#shared/lib/parseDate.ts'
import { serialDate } from '../read/serialDate.ts'
import type { RawCell } from '../read/workbook.ts'

/**
 * Days that a bare number may mean: 18 May 1927 to 30 Dec 2199. Someone pasted a date as values, so its number lost
 * its format; smaller numbers are years or amounts.
 */
const firstSerial = 10_000
const lastSerial = 109_572

/** The stored day of a file's cell, or null when it is none. */
export function readDay(raw: RawCell, today: string): string | null {
  if (typeof raw === 'object' && raw !== null && 'date' in raw) return raw.date.length >= 10 ? raw.date.slice(0, 10) : null
  if (typeof raw === 'number') return dayOfNumber(raw, today)
  if (typeof raw !== 'string') return null
  return parseDate(raw, today) ?? serialInText(raw)?.slice(0, 10) ?? null
}

/** The stored day and time of a file's cell, or null when it is none. */
export function readMoment(raw: RawCell, today: string): string | null {
  if (typeof raw === 'object' && raw !== null && 'date' in raw) return raw.date.length >= 10 ? withTime(raw.date) : null
  if (typeof raw === 'number') {
    const serial = momentOfSerial(raw)
    return serial ?? parseDateTime(String(raw), today)
  }
  if (typeof raw !== 'string') return null
  return parseDateTime(raw, today) ?? serialInText(raw)
}

/** 20240305 as a number, or the number of a day. */
function dayOfNumber(value: number, today: string): string | null {
  return momentOfSerial(value)?.slice(0, 10) ?? (Number.isInteger(value) ? parseDate(String(value), today) : null)
}

function momentOfSerial(value: number): string | null {
  if (value < firstSerial || value > lastSerial) return null
  const cell = serialDate(value)
  return typeof cell === 'object' && cell !== null && 'date' in cell ? withTime(cell.date) : null
}

/** `45356` or `45356.39`, which a text file holds where the sheet showed a date. */
function serialInText(text: string): string | null {
  return /^\s*\d{5}(\.\d+)?\s*$/.test(text) ? momentOfSerial(Number(text)) : null
}

const withTime = (date: string): string => (date.length === 10 ? `${date}T00:00` : date)
