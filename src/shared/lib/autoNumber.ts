import type { Day } from './days.ts'

/** How often a count begins anew. */
export const restarts = ['never', 'year', 'month', 'day'] as const
export type Restart = (typeof restarts)[number]

/** What automatic numbers are made by. */
export type NumberSeries = {
  pattern: string
  /** The first number of each count; 1 where nothing is said. */
  start?: number
  /** As often as the dates in the pattern allow where nothing is said. */
  restart?: Restart
}

type DateUnit = 'yyyy' | 'yy' | 'MM' | 'dd'
export type PatternPart = { kind: 'text'; text: string } | { kind: 'date'; unit: DateUnit } | { kind: 'counter'; width: number }

/** What cannot be read in a pattern: `text` stands at `at`. */
export type PatternProblem = { code: 'unknownPart' | 'secondCounter' | 'unclosed' | 'fullWidthBrace'; at: number; text: string }

/** `autoNumberText({ pattern: 'KH-{yyyyMM}-{0001}' }, '2024-03-05', 7)` → `KH-202403-0007`; a number too long for its zeros keeps all its digits. */
export function autoNumberText({ pattern }: NumberSeries, day: Day, number: number): string {
  return partsOf(pattern)
    .map((part) => (part.kind === 'counter' ? String(number).padStart(part.width, '0') : writtenAt(part, day)))
    .join('')
}

/** What a count is kept under: it changes when the count begins anew. Dates that do not make it begin stand as they are written. */
export function counterKey(series: NumberSeries, day: Day): string {
  const units = unitsOf[restartOf(series)]
  const { parts, isCounted } = readParts(series.pattern)
  const text = parts
    .map((part) => {
      if (part.kind === 'counter') return '{}'
      return part.kind === 'date' && !units.has(part.unit) ? `{${part.unit}}` : writtenAt(part, day)
    })
    .join('')
  return isCounted ? text : text.slice(0, -'{}'.length)
}

/** A text of the count kept under `key`: so a change of the pattern can tell whether it goes on with that count. */
export function textOfKey(key: string, day: Day, number: number): string {
  const text = key.replace('{}', String(number))
  const dated = text.replaceAll(/\{(yyyy|yy|MM|dd)\}/gu, (_, unit: string) => (isUnit(unit) ? unitText(unit, day) : ''))
  return text === key ? dated + String(number) : dated
}

/** The number in a text of the count that runs on that day, or null; dates that do not make it begin anew may be any. */
export function readAutoNumber(series: NumberSeries, day: Day, text: string): number | null {
  return numberReader(series, day)(text)
}

/** `readAutoNumber` for many texts. */
export function numberReader(series: NumberSeries, day: Day): (text: string) => number | null {
  const units = unitsOf[restartOf(series)]
  const source = partsOf(series.pattern).map((part) => {
    if (part.kind === 'counter') return String.raw`(\d{1,15})`
    if (part.kind === 'date' && !units.has(part.unit)) return String.raw`\d{${part.unit.length}}`
    return escaped(writtenAt(part, day))
  })
  const whole = new RegExp(`^${source.join('')}$`, 'u')
  return (text) => {
    const digits = whole.exec(text)?.[1]
    return digits === undefined ? null : Number(digits)
  }
}

/** The parts of a pattern in their order. What cannot be read is text, and a pattern without a counter has one at its end. */
export const partsOf = (pattern: string): PatternPart[] => readParts(pattern).parts

/** Everything in a pattern that is not what it seems to be. */
export const patternProblems = (pattern: string): PatternProblem[] => readParts(pattern).problems

/** Whether the pattern says where its counter stands. */
export const hasCounter = (pattern: string): boolean => readParts(pattern).isCounted

/** How often numbers of this pattern may begin anew without one coming twice, the rarest first. */
export function restartsOf(pattern: string): Restart[] {
  const units = new Set(partsOf(pattern).flatMap((part) => (part.kind === 'date' ? [part.unit] : [])))
  if (!units.has('yyyy') && !units.has('yy')) return ['never']
  if (!units.has('MM')) return ['never', 'year']
  return units.has('dd') ? ['never', 'year', 'month', 'day'] : ['never', 'year', 'month']
}

/** How often the count begins anew: as it is said, if the pattern allows that. */
export function restartOf({ pattern, restart }: NumberSeries): Restart {
  const possible = restartsOf(pattern)
  return restart !== undefined && possible.includes(restart) ? restart : (possible.at(-1) ?? 'never')
}

const years = ['yyyy', 'yy'] as const
const unitsOf: Record<Restart, ReadonlySet<DateUnit>> = {
  never: new Set(),
  year: new Set(years),
  month: new Set([...years, 'MM']),
  day: new Set([...years, 'MM', 'dd']),
}

type ReadPattern = { parts: PatternPart[]; problems: PatternProblem[]; isCounted: boolean }

function readParts(pattern: string): ReadPattern {
  const parts: PatternPart[] = []
  const problems: PatternProblem[] = []
  let isCounted = false
  for (const { 0: text, index } of pattern.matchAll(/\{[^{}]*\}?|[^{]+/gu)) {
    const inner = text.slice(1, -1)
    const units = text.startsWith('{') ? dateUnits(inner) : null
    if (units !== null) parts.push(...units.map((unit): PatternPart => ({ kind: 'date', unit })))
    else if (!isCounted && /^\{0*1?\}$/u.test(text)) {
      isCounted = true
      parts.push({ kind: 'counter', width: inner.length })
    } else {
      parts.push({ kind: 'text', text })
      problems.push(...problemsOf(text, index))
    }
  }
  return { parts: isCounted ? parts : [...parts, { kind: 'counter', width: 0 }], problems, isCounted }
}

function problemsOf(text: string, at: number): PatternProblem[] {
  if (/^\{0*1?\}$/u.test(text)) return [{ code: 'secondCounter', at, text }]
  if (text.startsWith('{')) return [{ code: text.endsWith('}') ? 'unknownPart' : 'unclosed', at, text }]
  return [...text.matchAll(/[｛｝]/gu)].map((brace) => ({ code: 'fullWidthBrace', at: at + brace.index, text: brace[0] }))
}

/** The units of `yyyyMMdd` and whatever else goes from the larger to the smaller without a gap. */
function dateUnits(text: string): DateUnit[] | null {
  const [whole, year, month, day] = /^(yyyy|yy)?(MM)?(dd)?$/u.exec(text) ?? []
  if (whole === undefined || whole === '' || (year !== undefined && day !== undefined && month === undefined)) return null
  return [year, month, day].filter((unit) => unit !== undefined).filter(isUnit)
}

const isUnit = (text: string): text is DateUnit => ['yyyy', 'yy', 'MM', 'dd'].includes(text)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)

const writtenAt = (part: Exclude<PatternPart, { kind: 'counter' }>, day: Day): string => (part.kind === 'text' ? part.text : unitText(part.unit, day))

function unitText(unit: DateUnit, day: Day): string {
  switch (unit) {
    case 'yyyy':
      return day.slice(0, 4)
    case 'yy':
      return day.slice(2, 4)
    case 'MM':
      return day.slice(5, 7)
    case 'dd':
      return day.slice(8, 10)
  }
}
