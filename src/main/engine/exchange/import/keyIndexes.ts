import type { Column } from '#shared/model/column.ts'
import type { WriteContext } from '../../context.ts'
import { cellRef, join, sql, tableRef } from '../../store/sql.ts'
import { cellKey } from '#shared/model/cellKey.ts'
import { keyOfRaw } from './matchKey.ts'
import type { RawCell } from '../read/workbook.ts'

/** Stands for a key that several rows have. */
export const several = -1

/** Row ids by key: for the rows of the base and for those that come with the import. */
export type KeyIndex = { find(key: string): number | undefined; add(key: string, id: number): void; remove(key: string, id: number): void }

/** A key made of some columns of a table, and where to look it up. */
export type Keyed = { columns: readonly Column[]; index: KeyIndex }

/** Finds rows by what names them; an index is made once and told of every new row of its table. */
export type KeyIndexes = {
  of(columns: readonly Column[]): KeyIndex
  ofTable(tableId: number): Keyed[]
}

/** `isEmpty` says of a column that nothing can be in it yet, so that it is not asked. */
export function keyIndexes(context: WriteContext, isEmpty: (column: Column) => boolean): KeyIndexes {
  const kept = new Map<string, Keyed>()
  return {
    of: (columns) => {
      const name = columns.map((column) => column.id).join()
      const known = kept.get(name)
      if (known !== undefined) return known.index
      const index = newIndex()
      if (!columns.some(isEmpty)) addRows(context, columns, index)
      kept.set(name, { columns, index })
      return index
    },
    ofTable: (tableId) => [...kept.values()].filter(({ columns }) => columns[0]?.tableId === tableId),
  }
}

/** The key of a row of a file; empty when one of its cells is, because then it names nothing. */
export function rowKey(columns: readonly Column[], cellOf: (column: Column) => RawCell, today: string): string {
  return joined(columns.map((column) => keyOfRaw(column, cellOf(column), today)))
}

function newIndex(): KeyIndex {
  const ids = new Map<string, number>()
  return {
    find: (key) => ids.get(key),
    add: (key, id) => {
      if (key === '') return
      const known = ids.get(key)
      if (known !== id) ids.set(key, known === undefined ? id : several)
    },
    remove: (key, id) => {
      if (ids.get(key) === id) ids.delete(key)
    },
  }
}

function addRows(context: WriteContext, columns: readonly Column[], index: KeyIndex): void {
  const tableId = columns[0]?.tableId
  if (tableId === undefined) return
  const members = [...context.schema.members.values()]
  const cells = join(columns.map((column) => cellRef(column)))
  for (const row of context.db.iterate(sql`select id, ${cells} from ${tableRef(tableId)}`)) {
    index.add(joined(columns.map((column, at) => cellKey(column, row[at + 1] ?? null, members))), Number(row[0]))
  }
}

function joined(keys: readonly string[]): string {
  if (keys.length === 1) return keys[0] ?? ''
  return keys.includes('') ? '' : keys.join('\u0001')
}
