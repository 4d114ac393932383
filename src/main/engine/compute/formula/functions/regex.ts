import { createContext, Script as CompiledScript } from 'node:vm'
import type { Script } from './script.ts'
import { script, textOf, wrongValue } from './scriptValue.ts'

/** Regular expressions, in the form of JavaScript. One that takes too long for a text is a failure, not a halt. */
export const regexScripts: readonly Script[] = [
  script('REGEXMATCH', (text, pattern) => {
    const found = run('match', textOf(text), textOf(pattern), '')
    return found === null ? wrongValue : Number(found !== 0)
  }),
  script('REGEXEXTRACT', (text, pattern) => {
    const found = run('extract', textOf(text), textOf(pattern), '')
    if (found === null) return wrongValue
    return typeof found === 'string' ? found : { error: '#N/A' }
  }),
  script('REGEXREPLACE', (text, pattern, fresh) => run('replace', textOf(text), textOf(pattern), textOf(fresh)) ?? wrongValue),
]

type Work = 'match' | 'extract' | 'replace'
/** Two hundred milliseconds are more than any sensible pattern needs for a cell. */
const timeout = 200

/** 0 where nothing was found, null where the pattern is none or takes too long. */
function run(work: Work, text: string, pattern: string, fresh: string): string | number | null {
  const regex = regexOf(pattern)
  if (regex === null) return null
  if (isPlain(pattern) || text.length < 16) return does(work, regex, text, fresh)
  return timed(work, regex, text, fresh)
}

function does(work: Work, regex: RegExp, text: string, fresh: string): string | number {
  regex.lastIndex = 0
  if (work === 'replace') return text.replace(regex, fresh)
  const match = regex.exec(text)
  if (match === null) return 0
  return work === 'match' ? 1 : (match.slice(1).find((group) => group !== undefined) ?? match[0])
}

/** One repetition without an end at most: such a pattern cannot take time out of proportion. */
const isPlain = (pattern: string): boolean => (pattern.match(/[*+]|\{\d+,\d*\}/gu)?.length ?? 0) < 2

const known = new Map<string, RegExp | null>()

function regexOf(pattern: string): RegExp | null {
  const before = known.get(pattern)
  if (before !== undefined) return before
  if (known.size > 200) known.clear()
  const ignoresCase = pattern.startsWith('(?i)')
  const body = ignoresCase ? pattern.slice(4) : pattern
  const regex = compiled(body, ignoresCase ? 'giu' : 'gu') ?? compiled(body, ignoresCase ? 'gi' : 'g')
  known.set(pattern, regex)
  return regex
}

function compiled(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return null
  }
}

const state: { call: () => string | number } = { call: () => 0 }
const room = createContext({ call: () => state.call() })
const calling = new CompiledScript('call()')

function timed(work: Work, regex: RegExp, text: string, fresh: string): string | number | null {
  state.call = () => does(work, regex, text, fresh)
  try {
    const result: unknown = calling.runInContext(room, { timeout })
    return typeof result === 'string' || typeof result === 'number' ? result : null
  } catch {
    return null
  }
}
