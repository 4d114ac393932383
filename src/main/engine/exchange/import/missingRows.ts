import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import type { WriteContext } from '../../context.ts'
import type { KeyIndexes } from './keyIndexes.ts'
import { keyOfRaw } from './matchKey.ts'
import { rowIdSource, type RowIdSource } from './rowIdSource.ts'

/** Rows that are made because a link cell names them and no row had that name. */
export type MissingRows = {
  /** The row of that name, made now unless it was made before. */
  make(column: Column, name: string): number
  /** Writes the rows made since; links to them may follow. */
  flush(): void
  count(): number
}

export function missingRows(context: WriteContext, indexes: KeyIndexes, parsing: ParseContext): MissingRows {
  const idSources = new Map<number, RowIdSource>()
  let made: { column: Column; ids: number[]; values: CellValue[] }[] = []
  let count = 0
  return {
    make: (column, name) => {
      const key = keyOfRaw(column, name, context.today)
      const index = indexes.of([column])
      const known = index.find(key)
      if (known !== undefined && known > 0) return known
      const source = idSources.get(column.tableId) ?? rowIdSource(context, column.tableId)
      idSources.set(column.tableId, source)
      const id = source.next()
      const parsed = parseCell(column, name, parsing)
      const rows = made.find((other) => other.column.id === column.id) ?? { column, ids: [], values: [] }
      if (rows.ids.length === 0) made.push(rows)
      rows.ids.push(id)
      rows.values.push(parsed.ok ? parsed.value : null)
      index.add(key, id)
      count += 1
      return id
    },
    flush: () => {
      const added = made.map(({ column, ids, values }) => ({ tableId: column.tableId, ids, uids: [], columns: [{ columnId: column.id, values }] }))
      made = []
      if (added.length > 0) context.apply({ added })
    },
    count: () => count,
  }
}
