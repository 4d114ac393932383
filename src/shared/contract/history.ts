import { z } from 'zod'
import type { CellValue } from '../model/cell.ts'
import { read, write } from './operation.ts'
import type { HistoryState } from './base.ts'

const id = z.number().int().positive()

/** One line of the log, as a person reads it. */
export type LogEntry = {
  id: number
  /** UTC instant, ISO. */
  at: string
  actorId: number | null
  source: 'window' | 'cli' | 'import' | 'rule' | 'template'
  /** Operation that wrote it, such as `rows.update`. */
  operation: string
  summary: ChangeSummary
  undone: boolean
}

export type ChangeSummary = { added: number; updated: number; removed: number; linked: number; unlinked: number; schema: number; tableIds: number[] }

/** What an entry of the log was about: rows by the first of them, or a thing of the base by its name. */
export type EntrySubject =
  | {
      kind: 'rows'
      entryId: number
      what: 'added' | 'updated' | 'removed'
      tableId: number
      /** Null once the row is gone. */
      rowId: number | null
      title: string
      count: number
      /** What changed in the first row. */
      cells: { columnId: number; from: CellValue; to: CellValue }[]
    }
  | { kind: 'thing'; entryId: number; name: string }

export type RowHistoryItem = {
  entryId: number
  at: string
  actorId: number | null
  operation: string
  change: 'created' | 'deleted' | { columnId: number; from: CellValue; to: CellValue }
}

/** What stands in the trash: deleted rows by log entry, and deleted tables, columns and views. */
export type TrashItem =
  | { kind: 'rows'; entryId: number; at: string; tableId: number; count: number; titles: string[] }
  | { kind: 'table' | 'column' | 'view'; entryId: number; at: string; id: number; name: string; tableId: number | null }

export const historyOperations = {
  'history.state': read<HistoryState>()(z.object({})),
  'history.list': read<LogEntry[]>()(z.object({ beforeId: id.nullable().default(null), limit: z.number().int().min(1).max(200).default(50) })),
  /** Large entries, such as imports, have none: their counts say enough. */
  'history.subjects': read<EntrySubject[]>()(z.object({ entryIds: z.array(id).max(200) })),
  'history.row': read<RowHistoryItem[]>()(z.object({ tableId: id, rowId: id })),
  'history.undo': write<{ undone: number }>()(z.object({})),
  'history.redo': write<{ redone: number }>()(z.object({})),
  'trash.list': read<TrashItem[]>()(z.object({})),
  /** Brings back what one entry of the log took away. */
  'trash.restore': write<{ restored: number }>()(z.object({ entryId: id })),
}
