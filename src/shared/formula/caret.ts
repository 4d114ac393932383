import { farTable, roadOf } from './check/path.ts'
import type { FormulaSchema } from './check/scope.ts'
import type { PathStep, Span } from './expression.ts'
import { functionNamed, type CatalogueName } from './functions/catalogue.ts'
import { isLinkFunction } from './functions/links.ts'
import { barePath, readSteps } from './path.ts'
import { readTokens, type Token } from './tokens.ts'

/** What is being written at the caret: a name in braces, a word outside of them, or nothing that could be completed. */
export type Written =
  /** The steps before the one being written, and that one up to the caret. */
  { kind: 'column'; before: readonly PathStep[]; typed: string; span: Span } | { kind: 'word'; typed: string; span: Span } | { kind: 'nothing' }

/** A call whose brackets are open at the caret. */
export type OpenCall = { name: CatalogueName; /** Of the argument at the caret, from 0. */ argument: number }

export type Caret = {
  written: Written
  /** The tables whose columns may stand here, the nearest first: in a link function that of the linked rows, then that of the row. */
  tableIds: readonly number[]
  /** From the outermost to the innermost. */
  calls: readonly OpenCall[]
}

/** Where the caret stands in a formula that may be unfinished or wrong: only what is before it counts. */
export function caretIn(source: string, caret: number, tableId: number, schema: FormulaSchema): Caret {
  const { tokens, problems } = readTokens(source.slice(0, caret))
  const open: Open[] = []
  for (const [index, token] of tokens.entries()) read(token, tokens[index - 1], open, tableId, schema)
  const unfinished = problems.at(-1)
  return {
    written: writtenAt(source, caret, tokens, unfinished?.span.to === caret ? unfinished : undefined),
    tableIds: tablesIn(open, tableId),
    calls: open.flatMap(({ name, argument }) => (name === undefined ? [] : [{ name, argument }])),
  }
}

/** A bracket that is not closed: of a function, or of none. `far` is the table of the rows its links lead to. */
type Open = { name: CatalogueName | undefined; argument: number; far: number | null }

function read(token: Token, before: Token | undefined, open: Open[], tableId: number, schema: FormulaSchema): void {
  const innermost = open.at(-1)
  switch (token.kind) {
    case 'open':
      open.push({ name: before?.kind === 'name' ? functionNamed(before.name) : undefined, argument: 0, far: null })
      return
    case 'separator':
      if (innermost !== undefined) innermost.argument++
      return
    case 'close': {
      open.pop()
      const outer = open.at(-1)
      // LOOKUP(FINDMAX(…), …) reads the row that FINDMAX found.
      if (outer?.name === 'LOOKUP' && outer.argument === 0 && innermost !== undefined) outer.far ??= innermost.far
      return
    }
    case 'column':
    case 'text': {
      if (innermost?.argument !== 0 || innermost.name === undefined || !isLinkFunction(innermost.name)) return
      const path = token.kind === 'column' ? token.path : barePath(token.value)
      const road = path === null ? null : roadOf(path, tablesIn(open, tableId)[0] ?? tableId, schema)
      if (road?.ok === true) innermost.far ??= farTable(road.value)
      return
    }
    default:
  }
}

function tablesIn(open: readonly Open[], tableId: number): readonly number[] {
  let tables: readonly number[] = [tableId]
  for (const { argument, far } of open) if (argument > 0 && far !== null) tables = [far, ...tables]
  return tables
}

function writtenAt(source: string, caret: number, tokens: readonly Token[], unfinished: { code: string; span: Span } | undefined): Written {
  if (unfinished?.code === 'unclosedName') {
    const { path } = readSteps(source.slice(0, caret), unfinished.span.from + 1, () => false)
    const step = path.at(-1)
    if (step?.kind !== 'name') return { kind: 'nothing' }
    return { kind: 'column', before: path.slice(0, -1), typed: step.name, span: { from: step.span.from, to: caret } }
  }
  const last = tokens.at(-1)
  if (unfinished !== undefined || last?.kind !== 'name' || last.span.to !== caret) return { kind: 'nothing' }
  // `1e` is a number being written.
  return tokens.at(-2)?.span.to === last.span.from && tokens.at(-2)?.kind === 'number'
    ? { kind: 'nothing' }
    : { kind: 'word', typed: last.name, span: last.span }
}
