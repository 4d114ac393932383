import { fail, ok, type Result } from '../lib/result.ts'
import type { BinaryOperator, PathStep, Span } from './expression.ts'
import { readPath } from './path.ts'
import { plainSigns } from './plainSigns.ts'
import { problem, type FormulaProblem } from './problem.ts'
import { readQuoted } from './quoted.ts'

type Sign = { kind: 'operator'; operator: BinaryOperator | '%' } | { kind: 'open' | 'close' | 'separator' }

export type Token = { span: Span } & (
  | Sign
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'column'; path: readonly PathStep[] }
  | { kind: 'name'; name: string }
)

/** A name of 10,000 characters still fits. */
export const longestFormula = 20_000

/** The formula cut into its words; a leading `=` is allowed and left out. */
export function tokensOf(source: string): Result<readonly Token[], FormulaProblem> {
  if (source.length > longestFormula) {
    return fail(problem('tooLong', { from: longestFormula, to: source.length }, { limit: longestFormula }))
  }
  const { tokens, problems } = readTokens(source)
  const [first] = problems
  return first === undefined ? ok(tokens) : fail(first)
}

/** The words that can be read, and what stands between them that cannot: of what never ends, all that follows. */
export function readTokens(source: string): { tokens: readonly Token[]; problems: readonly FormulaProblem[] } {
  const plain = plainSigns(source)
  const tokens: Token[] = []
  const problems: FormulaProblem[] = []
  let at = /^\s*=?/u.exec(plain)?.[0].length ?? 0
  while (at < source.length) {
    const space = matchAt(/\s+/uy, plain, at)
    if (space !== null) {
      at += space.length
      continue
    }
    const token = tokenAt(source, plain, at)
    if (token.ok) tokens.push(token.value)
    else problems.push(token.failure)
    at = token.ok ? token.value.span.to : token.failure.span.to
  }
  return { tokens, problems }
}

function tokenAt(source: string, plain: string, from: number): Result<Token, FormulaProblem> {
  const first = source[from] ?? ''
  if (plain[from] === '{') {
    const path = readPath(source, from)
    return path.ok ? ok({ kind: 'column', path: path.value.path, span: { from, to: path.value.to } }) : path
  }
  const quoted = readQuoted(source, from)
  if (quoted !== null) {
    if (quoted.to === null) return fail(problem('unclosedText', { from, to: source.length }, { quote: quoted.close }))
    return ok({ kind: 'text', value: quoted.value, span: { from, to: quoted.to } })
  }
  const number = matchAt(/(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iuy, plain, from)
  if (number !== null) return numberToken(number, { from, to: from + number.length })
  const name = matchAt(/[\p{L}_][\p{L}\p{N}\p{M}_.]*/uy, plain, from)
  if (name !== null) return ok({ kind: 'name', name, span: { from, to: from + name.length } })
  const sign = matchAt(/<=|>=|<>|!=|==|[-+*/^&=<>%(),;≤≥≠]/uy, plain, from) ?? ''
  const meaning = signs[sign]
  if (meaning !== undefined) return ok({ ...meaning, span: { from, to: from + sign.length } })
  const character = String.fromCodePoint(source.codePointAt(from) ?? 0)
  return fail(problem(first === '[' || first === '【' ? 'brackets' : 'unknownSign', { from, to: from + character.length }, { sign: character }))
}

function numberToken(text: string, span: Span): Result<Token, FormulaProblem> {
  const value = Number(text)
  return Number.isFinite(value) ? ok({ kind: 'number', value, span }) : fail(problem('numberTooLarge', span))
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const signs: Readonly<Record<string, Sign>> = {
  '<=': { kind: 'operator', operator: '<=' },
  '>=': { kind: 'operator', operator: '>=' },
  '≤': { kind: 'operator', operator: '<=' },
  '≥': { kind: 'operator', operator: '>=' },
  '<>': { kind: 'operator', operator: '<>' },
  '!=': { kind: 'operator', operator: '<>' },
  '≠': { kind: 'operator', operator: '<>' },
  '==': { kind: 'operator', operator: '=' },
  '=': { kind: 'operator', operator: '=' },
  '<': { kind: 'operator', operator: '<' },
  '>': { kind: 'operator', operator: '>' },
  '+': { kind: 'operator', operator: '+' },
  '-': { kind: 'operator', operator: '-' },
  '*': { kind: 'operator', operator: '*' },
  '/': { kind: 'operator', operator: '/' },
  '^': { kind: 'operator', operator: '^' },
  '&': { kind: 'operator', operator: '&' },
  '%': { kind: 'operator', operator: '%' },
  '(': { kind: 'open' },
  ')': { kind: 'close' },
  ',': { kind: 'separator' },
  ';': { kind: 'separator' },
}
