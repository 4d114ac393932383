import type { CellValue } from '#shared/model/cell.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { brokenRule } from '#shared/model/columns/rules.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import type { RowLine } from './gridLine.ts'

export type RowEdit = { id: number; cells: { columnId: number; value: CellValue }[] }
export type Paste = { rows: RowEdit[]; taken: number; skipped: number }

/**
 * What pasted text does to rows and columns that begin at the chosen cell. One pasted cell fills all of them.
 * What is read-only, no value of its column, or nothing for a required one is left out and counted; buttons are passed over.
 */
export function pasteInto(
  lines: readonly RowLine[],
  columns: readonly Column[],
  pasted: readonly (readonly string[])[],
  context: ParseContext,
  canEdit: (column: Column) => boolean,
): Paste {
  const result: Paste = { rows: [], taken: 0, skipped: 0 }
  const single = pasted.length === 1 && pasted[0]?.length === 1 ? pasted[0][0] : undefined
  for (const [at, line] of lines.entries()) {
    const row = pasted[at]
    if (row === undefined && single === undefined) break
    const cells: RowEdit['cells'] = []
    for (const [place, column] of columns.entries()) {
      const text = single ?? row?.[place]
      if (text === undefined) break
      if (!holdsValues(column.type)) continue
      const read = canEdit(column) && column.type !== 'link' ? parseCell(column, text, context) : null
      if (read?.ok === true && !(column.required && read.value === null) && brokenRule(column, read.value) === null)
        cells.push({ columnId: column.id, value: read.value })
      else result.skipped += 1
    }
    result.taken += cells.length
    if (cells.length > 0) result.rows.push({ id: line.id, cells })
  }
  return result
}
