import type { Span } from '#shared/formula/expression.ts'
import { functionNamed } from '#shared/formula/functions/catalogue.ts'
import { readTokens, type Token } from '#shared/formula/tokens.ts'

/** A stretch of the formula as it is coloured; `wrong` where a problem points. */
export type Stretch = { text: string; look: 'plain' | 'column' | 'function' | 'text' | 'number'; wrong: boolean }

/** The formula cut where its colour changes. Its texts put together are the formula itself. */
export function highlight(source: string, wrong: Span | null): Stretch[] {
  const stretches: Stretch[] = []
  const add = (from: number, to: number, look: Stretch['look']): void => {
    for (const [start, end] of cut(from, to, wrong)) {
      const text = source.slice(start, end)
      if (text !== '') stretches.push({ text, look, wrong: isInside(start, wrong) })
    }
  }
  let at = 0
  for (const token of readTokens(source).tokens) {
    add(at, token.span.from, 'plain')
    add(token.span.from, token.span.to, lookOf(token))
    at = token.span.to
  }
  add(at, source.length, 'plain')
  return stretches
}

/** A span cut at the ends of another. */
function cut(from: number, to: number, at: Span | null): [number, number][] {
  const cuts = at === null ? [] : [at.from, at.to].filter((place) => place > from && place < to)
  const edges = [from, ...cuts, to]
  return edges.slice(1).map((edge, index) => [edges[index] ?? from, edge])
}

const isInside = (place: number, span: Span | null): boolean => span !== null && place >= span.from && place < span.to

function lookOf(token: Token): Stretch['look'] {
  switch (token.kind) {
    case 'column':
    case 'text':
    case 'number':
      return token.kind
    case 'name':
      return functionNamed(token.name) === undefined ? 'plain' : 'function'
    default:
      return 'plain'
  }
}
