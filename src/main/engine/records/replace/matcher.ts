import { createContext, Script } from 'node:vm'
import { Failure } from '#shared/contract/failure.ts'
import type { Pattern } from '#shared/contract/replace.ts'
import { appError } from '#shared/i18n/appError.ts'

/** Looks into many texts at once. */
export type Matcher = {
  /** Whether each text holds the pattern. */
  test(texts: readonly string[]): boolean[]
  /** Each text with the pattern replaced in it. */
  replace(texts: readonly string[], replacement: string): string[]
}

/** The longest one batch of texts may take: an expression such as (a+)+$ needs longer than the world has been. */
const mostMilliseconds = 2000

/** What finds a pattern; a failure says what is wrong with an expression. */
export function matcherOf(pattern: Pattern): Matcher {
  const source = pattern.regex ? pattern.text : pattern.text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  const flags = `gu${pattern.matchCase ? '' : 'i'}${pattern.wholeCell ? '' : 'm'}`
  const expression = compiled(pattern.wholeCell ? `^(?:${source})$` : source, flags)
  const test = (text: string): boolean => {
    expression.lastIndex = 0
    return expression.test(text)
  }
  if (!pattern.regex) {
    return {
      test: (texts) => texts.map(test),
      replace: (texts, replacement) => texts.map((text) => text.replace(expression, () => replacement)),
    }
  }
  // In a context of its own, because only there can an expression that backtracks without end be stopped.
  const box = createContext({ source: expression.source, flags, texts: [], replacement: '' })
  const run = (script: Script, given: { texts: readonly string[]; replacement: string }): unknown => {
    Object.assign(box, given)
    try {
      return script.runInContext(box, { timeout: mostMilliseconds })
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        throw new Failure(appError('find.tooSlow'))
      throw error
    }
  }
  return {
    test: (texts) => listOf(run(testing, { texts, replacement: '' })).map((found) => found === true),
    replace: (texts, replacement) => listOf(run(replacingAll, { texts, replacement })).map(String),
  }
}

// What is typed comes in as values and is never part of a script.
const testing = new Script('{ const e = new RegExp(source, flags); texts.map((text) => { e.lastIndex = 0; return e.test(text) }) }')
const replacingAll = new Script('{ const e = new RegExp(source, flags); texts.map((text) => text.replace(e, replacement)) }')

const listOf = (value: unknown): unknown[] => Array.from(Array.isArray(value) ? value : [])

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch (error) {
    throw new Failure(appError('find.badExpression', { reason: error instanceof Error ? error.message.replace(/^.*:\s*/u, '') : '' }))
  }
}
