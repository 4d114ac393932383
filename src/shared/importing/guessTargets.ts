import type { ColumnTarget, SheetPreview } from '../contract/exchange.ts'
import type { Column } from '../model/column.ts'
import { computedColumnTypes } from '../model/column.ts'
import { fileColumnTypes } from '../model/file.ts'
import type { BaseShape, Destination } from './draft.ts'
import { tableIdOf } from './draft.ts'

type Source = Pick<SheetPreview, 'columns' | 'suggestedTableId'>

/**
 * Where each column of a sheet most likely belongs: the column the engine guessed, else one of the same name,
 * else a new column. A column with neither header nor values is left out; nothing else is dropped unasked.
 */
export function guessTargets(source: Source, destination: Destination, base: BaseShape): ColumnTarget[] {
  const tableId = tableIdOf(destination)
  const open = tableId === null ? [] : fillableColumns(base, tableId)
  const takenIds = new Set<number>()
  const takenNames = new Set(base.columns.filter((column) => column.tableId === tableId).map((column) => comparable(column.name)))
  return source.columns.map((column) => {
    if (column.header.trim() === '' && column.samples.length === 0) return { kind: 'skip' }
    const guessedId = tableId === source.suggestedTableId ? column.guess.columnId : null
    const free = open.filter((candidate) => !takenIds.has(candidate.id))
    const found =
      free.find((candidate) => candidate.id === guessedId) ??
      free.find((candidate) => comparable(candidate.name) === comparable(column.header) && !isListOfRows(candidate))
    if (found !== undefined) {
      takenIds.add(found.id)
      return { kind: 'column', columnId: found.id, matchColumnId: null }
    }
    const name = freeName(column.header.trim() || columnLetters(column.index), takenNames)
    takenNames.add(comparable(name))
    return { kind: 'new', name, type: column.guess.type }
  })
}

/** 联系人 in a sheet of customers is a name, not a link to rows that are there; such links are set from the other side. */
const isListOfRows = (column: Column): boolean => column.type === 'link' && column.settings.multiple

/** Columns an import may write; an automatic number may be named too, to find rows by it. Classes are left to their schemes. */
export function fillableColumns(base: Pick<BaseShape, 'columns' | 'schemes'>, tableId: number): Column[] {
  const classColumns = new Set(base.schemes.filter((scheme) => scheme.enabled).map((scheme) => scheme.targetColumnId))
  return base.columns.filter((column) => {
    if (column.tableId !== tableId || classColumns.has(column.id) || fileColumnTypes.has(column.type)) return false
    return column.type === 'autoNumber' || !computedColumnTypes.has(column.type)
  })
}

/** Two headers that a person would call the same: width, case, spaces and a unit in brackets do not count. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)$/, '')
    .replace(/[\s_*:·-]+/g, '')
}

/** A name not yet taken: 电话, then 电话 2, 电话 3 … */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(comparable(wanted))) return wanted
  for (let number = 2; ; number += 1) {
    const name = `${wanted} ${number}`
    if (!taken.has(comparable(name))) return name
  }
}

/** A spreadsheet's own name of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
