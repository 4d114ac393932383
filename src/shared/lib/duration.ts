import { plainForm } from './text.ts'

export type DurationFormat = 'h:mm' | 'h:mm:ss'

/**
 * A time span in whole seconds, or null. Taken: `1:30` (hours and minutes in either format), `1:30:15`, `90分钟`,
 * `1小时30分`, `2h`, `1.5小时`, `半小时`, `1天` (24 hours), also `1d 2h`. A number alone counts in the last part of the format:
 * minutes for `h:mm`, seconds for `h:mm:ss`.
 */
export function parseDuration(text: string, format: DurationFormat): number | null {
  const plain = plainForm(text).toLowerCase().replace(/[−‒–]/gu, '-')
  if (plain.length > 60) return null
  const sign = plain.startsWith('-') ? -1 : 1
  const size = sizeOf(plain.replace(/^[-+]\s?/u, ''), format)
  if (size === null || !(size <= longest)) return null
  const seconds = Math.round(size)
  return seconds === 0 ? 0 : sign * seconds
}

/** `1:30`, `1:30:15`, `-0:05`; rounded to the last part that is shown, half away from zero. */
export function formatDuration(seconds: number, format: DurationFormat): string {
  if (!Number.isFinite(seconds)) return String(seconds)
  const step = format === 'h:mm' ? 60 : 1
  const size = Math.round(Math.abs(seconds) / step) * step
  const minutes = Math.floor(size / 60)
  const sign = seconds < 0 && size > 0 ? '-' : ''
  const shown = `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}`
  return format === 'h:mm' ? shown : `${shown}:${two(size % 60)}`
}

/** A thousand years: more is a slip of the finger. */
const longest = 31_557_600_000

function sizeOf(text: string, format: DurationFormat): number | null {
  const clock = /^(\d{1,9}):([0-5]?\d)(?::([0-5]?\d(?:\.\d{1,3})?))?$/u.exec(text)
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * (format === 'h:mm' ? 60 : 1)
  return /^(?:半个?(?:小时|钟头))$/u.test(text) ? 1800 : inUnits(text)
}

/** `1小时30分`: each unit once, from large to small. */
function inUnits(text: string): number | null {
  let rest = text
  let total = 0
  let before = Infinity
  while (rest !== '') {
    const match = part.exec(rest)
    const seconds = match === null ? undefined : secondsOf[match[2] ?? '']
    if (match === null || seconds === undefined || seconds >= before) return null
    total += Number(match[1]) * seconds
    before = seconds
    rest = rest.slice(match[0].length)
  }
  return before === Infinity ? null : total
}

const units: readonly (readonly [number, string])[] = [
  [86_400, '天 日 d day days'],
  [3600, '小时 个小时 时 钟头 个钟头 h hr hrs hour hours'],
  [60, '分钟 分 m min mins minute minutes'],
  [1, '秒钟 秒 s sec secs second seconds'],
]
const secondsOf: Readonly<Record<string, number>> = Object.fromEntries(
  units.flatMap(([seconds, words]) => words.split(' ').map((word) => [word, seconds])),
)
const words = Object.keys(secondsOf).toSorted((one, other) => other.length - one.length)
const part = new RegExp(String.raw`^(\d+(?:\.\d+)?)\s?(${words.join('|')})(?![a-z])[\s,]*`, 'u')

const two = (number: number): string => String(number).padStart(2, '0')
