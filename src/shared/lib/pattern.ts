import { RE2JS, RE2JSException } from 're2js'
import { fail, ok, type Result } from './result.ts'

/**
 * A regular expression whose search takes time in proportion to the text, whatever either holds (RE2). It knows what
 * JavaScript's know — classes, groups by number and name, lazy repeats, `\b`, `\p{L}`, `(?i)` — but for back-references and
 * look-around, which no such search can do.
 */
export type Pattern = {
  /** Whether the text holds it anywhere. */
  test: (text: string) => boolean
  /** Whether the whole text is as it says. */
  matches: (text: string) => boolean
  /** The first place where it is found: the whole of it, then what each group took. */
  find: (text: string) => readonly (string | undefined)[] | null
  /** Every place replaced; `$1`, `$<name>` and `$&` stand for what was found there. */
  replace: (text: string, replacement: string) => string
}

export type PatternOptions = { ignoreCase?: boolean; /** `^` and `$` at every line. */ multiline?: boolean }

/** Why a text is no pattern, and the part that is at fault, where one is. */
export type PatternFailure = { reason: 'syntax' | 'unsupported' | 'tooLong'; part: string }

/** Whether the text is a pattern that `readPattern` takes. */
export const isPattern = (text: string): boolean => text !== '' && readPattern(text).ok

export function readPattern(text: string, options: PatternOptions = {}): Result<Pattern, PatternFailure> {
  const flags = (options.ignoreCase === true ? RE2JS.CASE_INSENSITIVE : 0) | (options.multiline === true ? RE2JS.MULTILINE : 0)
  const key = `${flags} ${text}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = compiled(text, flags)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, made)
  return made
}

/** A text as a pattern that finds the text itself. */
export const quotedPattern = (text: string): string => RE2JS.quote(text)

/** More is no pattern a person wrote, and takes long to read. */
const longest = 5000
/** Of its length, times its counted repeats: reading one takes time for each. */
const mostToRead = 200_000
/** Of its steps: each sign of a text may meet them all. */
const largest = 20_000
/** Patterns are few and asked of every cell: each is read once. */
const mostKept = 200
const kept = new Map<string, Result<Pattern, PatternFailure>>()

function compiled(text: string, flags: number): Result<Pattern, PatternFailure> {
  if (text.length > longest || text.length * repeatsIn(text) > mostToRead) return fail({ reason: 'tooLong', part: '' })
  // RE2 would take it for the letter.
  if ([...text.matchAll(/\\[\s\S]/gu)].some(([escape]) => escape === '\\k')) return fail({ reason: 'unsupported', part: '\\k' })
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(inWordsOfRe2(text)), flags)
    if (expression.programSize() > largest) return fail({ reason: 'tooLong', part: '' })
    return ok({
      test: (whole) => expression.test(whole),
      matches: (whole) => expression.matches(whole),
      find: (whole) => expression.exec(whole),
      replace: (whole, replacement) => expression.matcher(whole).replaceAll(replacement),
    })
  } catch (error) {
    if (error instanceof RE2JSException) return fail(failureOf(text, flags, error))
    throw error
  }
}

/** `a{2,5}b{3}` → 8. */
const repeatsIn = (text: string): number =>
  [...text.matchAll(/(?<!\\u)\{(\d+)(?:,(\d*))?\}/gu)].reduce((sum, [, least, most]) => sum + Math.max(Number(least), Number(most ?? 0)), 0)

function failureOf(text: string, flags: number, { message }: RE2JSException): PatternFailure {
  const unsupported = /\(\?<?[=!]|\\[1-9]/u.exec(text)
  if (unsupported !== null) return { reason: 'unsupported', part: unsupported[0] }
  const isTooLong = /repeat count: `\{\d+(?:,\d*)?\}`|too large|too deeply/u.test(message) && !/\{(\d+),(\d+)\}/u.test(message)
  const named = /`(.*)`$/su.exec(message)?.[1] ?? ''
  // Flags stand before the text that RE2 reads; nobody wrote them.
  const written = (flags & RE2JS.MULTILINE ? '(?m)' : '') + (flags & RE2JS.CASE_INSENSITIVE ? '(?i)' : '')
  const part = named.startsWith(written) ? named.slice(written.length) : named
  return { reason: isTooLong ? 'tooLong' : 'syntax', part: part.replaceAll('(?P<', '(?<') }
}

/** Where RE2 says it otherwise than JavaScript: spaces that are not ASCII are spaces, and scripts are named without `Script=`. */
function inWordsOfRe2(text: string): string {
  let isInClass = false
  return text.replace(/\\(?:[pP]\{[^}]*\}|[\s\S])|[[\]]/gu, (sign) => {
    if (sign === '[' || sign === ']') {
      isInClass = sign === '['
      return sign
    }
    if (sign === '\\s') return isInClass ? spaces : `[${spaces}]`
    if (sign === '\\S') return isInClass ? others : `[^${spaces}]`
    return sign.replace(/\{(?:Script|Script_Extensions|scx?|General_Category|gc)=/u, '{')
  })
}

const spaces = String.raw`\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}`
const others = String.raw`\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff}`
