import { Failure } from '#shared/contract/failure.ts'
import type { Pattern } from '#shared/contract/replace.ts'
import { hasOtherForms, simplifiedText } from '#shared/lib/searchText.ts'
import { appError } from '#shared/i18n/appError.ts'
import { quotedPattern, readPattern } from '#shared/lib/pattern.ts'

/** Looks into many texts at once. */
export type Matcher = {
  /** Whether each text holds the pattern. */
  test(texts: readonly string[]): boolean[]
  /** Each text with the pattern replaced in it. */
  replace(texts: readonly string[], replacement: string): string[]
}

/** Finds a pattern in both forms of Chinese characters; for looking only, as what is replaced is what stands there. */
export function finderOf(pattern: Pattern): Matcher['test'] {
  if (pattern.regex || pattern.matchCase || !hasOtherForms(pattern.text)) return matcherOf(pattern).test
  const { test } = matcherOf({ ...pattern, text: simplifiedText(pattern.text) })
  return (texts) => test(texts.map(simplifiedText))
}

/** What finds a pattern; a failure says what is wrong with an expression. */
export function matcherOf({ text, regex, wholeCell, matchCase }: Pattern): Matcher {
  const source = regex ? text : quotedPattern(text)
  const read = readPattern(wholeCell ? `^(?:${source})$` : source, { ignoreCase: !matchCase, multiline: !wholeCell })
  if (!read.ok) {
    const { reason, part } = read.failure
    throw new Failure(reason === 'unsupported' ? appError('find.unsupportedExpression', { part }) : appError('find.badExpression', { part }))
  }
  const pattern = read.value
  return {
    test: (texts) => texts.map((each) => pattern.test(each)),
    // Where no expression is asked for, signs stand for themselves.
    replace: (texts, replacement) => {
      const written = regex ? replacement : replacement.replaceAll('$', '$$$$')
      return texts.map((each) => pattern.replace(each, written))
    },
  }
}
