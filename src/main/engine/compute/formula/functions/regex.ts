import { readPattern, type Pattern } from '#shared/lib/pattern.ts'
import type { Outcome, Script } from './script.ts'
import { limited, notAvailable, script, textOf, wrongValue, type Value } from './scriptValue.ts'

/** Regular expressions over the text of a cell; `(?i)` before one makes it blind to case. */
export const regexScripts: readonly Script[] = [
  script('REGEXMATCH', (text, pattern) => withPattern(pattern, (read) => Number(read.test(textOf(text))))),
  script('REGEXEXTRACT', (text, pattern) =>
    withPattern(pattern, (read) => {
      const found = read.find(textOf(text))
      return found === null ? notAvailable : (found.slice(1).find((group) => group !== undefined) ?? found[0] ?? '')
    }),
  ),
  script('REGEXREPLACE', (text, pattern, fresh) => withPattern(pattern, (read) => limited(read.replace(textOf(text), textOf(fresh))))),
]

function withPattern(written: Value | undefined, run: (pattern: Pattern) => Outcome): Outcome {
  const pattern = readPattern(textOf(written))
  return pattern.ok ? run(pattern.value) : wrongValue
}
