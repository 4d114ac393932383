import { nameKey } from '../lib/text.ts'
import { holdsValues, type Column } from '../model/column.ts'
import { caretIn, type Caret } from './caret.ts'
import { columnOfStep, ownRowWord, startOf } from './check/path.ts'
import type { FormulaSchema } from './check/scope.ts'
import type { Span } from './expression.ts'
import { catalogueNames, specOf, type CatalogueName } from './functions/catalogue.ts'
import { stepText } from './path.ts'
import { plainSigns } from './plainSigns.ts'

/** What may stand at the caret; `text` takes the place of the span, and the caret goes behind its first `caret` units. */
export type Suggestion = { text: string; caret: number } &
  /** `goesOn`: a link that is followed, its columns come next. `isOwn`: of the row of the formula, where a linked one is spoken of. */
  (
    | { kind: 'column'; column: Column; goesOn: boolean; isOwn: boolean }
    /** `called`: as it will be written, in the language that was typed. */
    | { kind: 'function'; name: CatalogueName; called: string }
  )

export type Suggestions = { span: Span; items: readonly Suggestion[] }

/** The first letters of a text's sounds: 金额 → je. */
export type InitialsOf = (text: string) => string

/**
 * What the word at the caret may become: between braces a column, by its name or initials; elsewhere a function by any of
 * its names, or a column whose braces are still to be written. The best first; null where nothing is being written.
 * The formula may be unfinished or wrong.
 */
export function suggest(source: string, caret: number, tableId: number, schema: FormulaSchema, initialsOf: InitialsOf): Suggestions | null {
  const place = caretIn(source, caret, tableId, schema)
  const { written } = place
  switch (written.kind) {
    case 'nothing':
      return null
    case 'column':
      return inBraces(source, caret, place, written, schema, initialsOf)
    case 'word': {
      const rest = /^[\p{L}\p{N}\p{M}_.]*/u.exec(source.slice(caret))?.[0].length ?? 0
      const span = { from: written.span.from, to: caret + rest }
      const isCalled = /^\s*\(/u.test(plainSigns(source.slice(span.to)))
      const functions = ranked(catalogueNames, (name) => [name, ...specOf(name).aliases], written.typed, initialsOf)
      const columns = ranked(columnsIn(place, schema), ({ column }) => [column.name], written.typed, initialsOf)
      const all = [
        ...columns.map(({ item, rank }) => ({ rank, suggestion: columnSuggestion(item, '{', '}') })),
        ...functions.map(({ item, rank, by }) => ({ rank, suggestion: functionSuggestion(item, by, written.typed, isCalled) })),
      ]
      const items = all.toSorted((a, b) => a.rank - b.rank).map(({ suggestion }) => suggestion)
      return items.length === 0 ? null : { span, items: items.slice(0, most) }
    }
  }
}

/** The function whose brackets the caret is in, and which of its parameters; null for one that it has not. */
export function signatureAt(
  source: string,
  caret: number,
  tableId: number,
  schema: FormulaSchema,
): { name: CatalogueName; parameter: number | null } | null {
  const call = caretIn(source, caret, tableId, schema).calls.at(-1)
  if (call === undefined) return null
  const { params, repeat } = specOf(call.name)
  const over = call.argument - params.length
  if (over < 0) return { name: call.name, parameter: call.argument }
  return { name: call.name, parameter: repeat === 0 ? null : params.length - repeat + (over % repeat) }
}

/** More than anybody reads. */
const most = 50

function inBraces(
  source: string,
  caret: number,
  place: Caret,
  { before, typed, span }: Extract<Caret['written'], { kind: 'column' }>,
  schema: FormulaSchema,
  initialsOf: InitialsOf,
): Suggestions | null {
  const columns = before.length === 0 ? columnsIn(place, schema) : columnsBehind(before, place, schema).map(plainly)
  // The rest of the name, and its brace, where it is one that is being changed.
  const rest = /^(?:\\.|[^\\.{}｛｝()（）,，;；"“”=<>+*/&])*/u.exec(source.slice(caret))?.[0].length ?? 0
  const next = source[caret + rest]
  const isClosed = next === '}' || next === '｝'
  const goesOn = next === '.'
  const items = ranked(columns, ({ column }) => [column.name], typed, initialsOf).flatMap(({ item }): Suggestion[] => {
    const isLink = item.column.type === 'link'
    if (goesOn) return isLink ? [columnSuggestion(item, '', '')] : []
    const whole = columnSuggestion(item, '', '}')
    return isLink ? [whole, { ...columnSuggestion(item, '', '.'), goesOn: true }] : [whole]
  })
  const to = goesOn ? caret + rest : isClosed ? caret + rest + 1 : caret
  return items.length === 0 ? null : { span: { from: span.from, to }, items: items.slice(0, most) }
}

/** A column, and the word that has to stand before its name so that no nearer one is meant. */
type Offered = { column: Column; word: string; isOwn: boolean }

const readable = (columns: readonly Column[]): Column[] => columns.filter(({ type }) => holdsValues(type))

const plainly = (column: Column): Offered => ({ column, word: '', isOwn: false })

/** Those of the nearest row, then those of the row of the formula; of the rows between, whose names are seldom wanted, none. */
function columnsIn({ tableIds }: Caret, schema: FormulaSchema): readonly Offered[] {
  const nearest = readable(schema.columnsOf(tableIds[0] ?? 0)).map(plainly)
  const own = tableIds.at(-1)
  if (own === undefined || tableIds.length === 1) return nearest
  const furthest = readable(schema.columnsOf(own)).map((column): Offered => {
    const name = column.name.trim()
    const { levels } = startOf([{ kind: 'name', name, span: { from: 0, to: 0 } }], tableIds, schema)
    return { column, word: levels === tableIds.length - 1 ? '' : `${ownRowWord(name)}.`, isOwn: true }
  })
  return [...nearest, ...furthest]
}

/** The columns of the table that links lead to. */
function columnsBehind(
  steps: Extract<Caret['written'], { kind: 'column' }>['before'],
  { tableIds }: Caret,
  schema: FormulaSchema,
): readonly Column[] {
  // The step that is still being written makes the word for the row of the formula what it is.
  const unfinished = { kind: 'name' as const, name: '', span: { from: 0, to: 0 } }
  const start = startOf([...steps, unfinished], tableIds, schema)
  let table: number | null = start.tableId
  for (const step of start.path.slice(0, -1)) {
    const column: Column | undefined = table === null ? undefined : columnOfStep(step, table, schema)
    table = column?.type === 'link' ? column.settings.otherTableId : null
  }
  return table === null ? [] : readable(schema.columnsOf(table))
}

function columnSuggestion({ column, word, isOwn }: Offered, before: string, after: string): Extract<Suggestion, { kind: 'column' }> {
  const text = before + word + stepText({ kind: 'name', name: column.name.trim() }) + after
  return { kind: 'column', column, goesOn: false, isOwn, text, caret: text.length }
}

function functionSuggestion(name: CatalogueName, by: string, typed: string, isCalled: boolean): Suggestion {
  const called = /\p{Script=Han}/u.test(typed) ? by : name
  const text = isCalled ? called : `${called}()`
  const takesArguments = specOf(name).params.length > 0
  return { kind: 'function', name, called, text, caret: isCalled || !takesArguments ? text.length : text.length - 1 }
}

/** `by`: the name that fits, the `place`-th of its names. */
type Ranked<Item> = { item: Item; rank: number; by: string; place: number }

/** Those one of whose names fits what was typed: as it is, from its beginning, by its initials, or anywhere in it; short names first. */
function ranked<Item>(items: readonly Item[], namesOf: (item: Item) => readonly string[], typed: string, initialsOf: InitialsOf): Ranked<Item>[] {
  const wanted = nameKey(typed)
  return items
    .flatMap((item): Ranked<Item>[] => {
      const fitting = namesOf(item)
        .map((by, place) => ({ item, rank: rankOf(by, wanted, initialsOf), by, place }))
        .filter(({ rank }) => rank < noFit)
      return fitting.toSorted((a, b) => a.rank - b.rank).slice(0, 1)
    })
    .toSorted((a, b) => a.rank - b.rank || (wanted === '' ? 0 : a.by.length - b.by.length || a.place - b.place))
}

const noFit = 4

function rankOf(name: string, wanted: string, initialsOf: InitialsOf): number {
  const key = nameKey(name)
  if (wanted === '' || key === wanted) return 0
  if (key.startsWith(wanted)) return 1
  if (/^[a-z\d]+$/u.test(wanted) && /\p{Script=Han}/u.test(key) && initialsOf(key).startsWith(wanted)) return 2
  return key.includes(wanted) ? 3 : noFit
}
