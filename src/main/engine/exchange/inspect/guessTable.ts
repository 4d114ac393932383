import { nameKey } from '#shared/lib/text.ts'
import { computedColumnTypes, type Column } from '#shared/model/column.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import type { Table } from '#shared/model/table.ts'
import type { Schema } from '../../context.ts'
import { classColumnIds } from '../../store/schema.ts'
import { isTableWord, wordScore } from './headerWords.ts'

export type TableGuess = { tableId: number | null; /** By the sheet's column. */ columnIds: ReadonlyMap<number, number> }

/** `filled` is the share of rows in which the column has a value. */
type Header = { index: number; header: string; filled: number }

/** A column that its table requires is no fit for one that is empty in more rows than a few. */
const leastFilled = 0.9

/** A table fits when its own name, or enough of its columns, are there; a single word like 备注 proves nothing. */
const leastScore = 1.8

/** The table of the base a sheet most likely holds rows of, and the column each of its columns fills. */
export function guessTable(schema: Schema, sheetName: string, headers: readonly Header[]): TableGuess {
  let best: TableGuess = { tableId: null, columnIds: new Map() }
  let bestScore = leastScore
  for (const table of schema.tables.values()) {
    const { score, columnIds } = fitOf(schema, table, headers)
    const isNamed = nameKey(table.name) === nameKey(sheetName) || isTableWord(table.role, sheetName)
    const total = score + (isNamed && columnIds.size > 0 ? 2 : 0)
    if (total <= bestScore) continue
    bestScore = total
    best = { tableId: table.id, columnIds }
  }
  return best
}

function fitOf(schema: Schema, table: Table, headers: readonly Header[]): { score: number; columnIds: Map<number, number> } {
  const classes = classColumnIds(schema)
  const columns = schema.columnsOf(table.id).filter((column) => isGuessed(column) && !classes.has(column.id))
  const pairs = headers
    .flatMap(({ index, header }) => columns.map((column) => ({ index, column, score: scoreOf(schema, column, header) })))
    .filter((pair) => pair.score > 0)
    .sort((left, right) => right.score - left.score || left.index - right.index)
  const columnIds = new Map<number, number>()
  const taken = new Set<number>()
  let score = 0
  for (const pair of pairs) {
    if (columnIds.has(pair.index) || taken.has(pair.column.id)) continue
    columnIds.set(pair.index, pair.column.id)
    taken.add(pair.column.id)
    score += pair.score
  }
  const isThin = columns.some(
    (column) => column.required && headers.some(({ index, filled }) => columnIds.get(index) === column.id && filled < leastFilled),
  )
  if (isThin) return { score: 0, columnIds }
  // Rows without what names them, or without what they belong to, are hardly rows of the table.
  const naming = columns.filter((column) => column.id === table.primaryColumnId || column.required)
  const isNamed = naming.length === 0 || naming.some((column) => taken.has(column.id))
  return { score: isNamed ? score : score / 2, columnIds }
}

/** A list of linked rows is set from the other side: names in a sheet seldom stand for rows that are there. */
function isGuessed(column: Column): boolean {
  if (column.type === 'link') return !column.settings.multiple
  return column.type === 'autoNumber' || (!computedColumnTypes.has(column.type) && !fileColumnTypes.has(column.type))
}

function scoreOf(schema: Schema, column: Column, header: string): number {
  if (header === '') return 0
  const key = nameKey(header)
  if (nameKey(column.name) === key) return 1
  const bare = nameKey(header.replace(/[(（][^)）]*[)）]\s*$/, ''))
  if (bare !== '' && nameKey(column.name) === bare) return 0.95
  if (column.type === 'link' && isNameOfOther(schema, column, key)) return 0.85
  return wordScore(column.role, header) || wordScore(column.role, bare) * 0.9
}

/** 客户名称 in a sheet of orders means the link to 客户, whose rows are named by 客户名称. */
function isNameOfOther(schema: Schema, link: Extract<Column, { type: 'link' }>, key: string): boolean {
  const other = schema.tables.get(link.settings.otherTableId)
  const primary = schema.columns.get(other?.primaryColumnId ?? 0)
  return primary !== undefined && (nameKey(primary.name) === key || nameKey(other?.name ?? '') === key)
}
