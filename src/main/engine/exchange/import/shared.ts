import type { CellValue } from '#shared/model/cell.ts'
import type { WriteContext } from '../../context.ts'
import type { RawRow } from '../read/workbook.ts'
import type { ReaderTools } from './cellReader.ts'
import type { KeyIndexes } from './keyIndexes.ts'
import type { MissingRows } from './missingRows.ts'
import type { SheetTask } from './plan.ts'
import type { Rejections } from './rejections.ts'

/** What the sheets of one import share. */
export type Shared = {
  context: WriteContext
  tools: ReaderTools
  indexes: KeyIndexes
  missing: MissingRows
  waiting: WaitingIds
  rejections: Rejections
  noteRead(rows: number): void
  /** Told of each row that is taken, for a preview. */
  onTaken(task: SheetTask, row: RawRow, values: readonly CellValue[]): void
}

/** New rows that are good but for links to rows not read yet: what links to them must wait as well. */
export type WaitingIds = {
  has(tableId: number, id: number): boolean
  add(tableId: number, id: number): void
  remove(tableId: number, id: number): void
}

export function waitingIds(): WaitingIds {
  const ids = new Set<string>()
  return {
    has: (tableId, id) => ids.size > 0 && ids.has(`${tableId} ${id}`),
    add: (tableId, id) => void ids.add(`${tableId} ${id}`),
    remove: (tableId, id) => void ids.delete(`${tableId} ${id}`),
  }
}
