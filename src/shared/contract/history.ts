import { z } from 'zod'
import type { CellValue } from '../model/cell.ts'
import type { Column } from '../model/column.ts'
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

export type ChangeSummary = {
  added: number
  updated: number
  removed: number
  linked: number
  unlinked: number
  reordered: number
  /** Rows given a class by hand, or given back to their rule. */
  locked: number
  schema: number
  tableIds: number[]
  /** What it was done with, by name: a button. */
  label?: string
}

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

/** One thing that happened to a row: when, by whom, by which operation, and what. */
export type RowHistoryItem = {
  entryId: number
  at: string
  actorId: number | null
  source: LogEntry['source']
  operation: string
  /** What it was done with, by name: a button. */
  label?: string
  /** Whether it was done, taken back or done again. */
  kind: 'do' | 'undo' | 'redo' | 'arrange'
  change: 'created' | 'deleted' | { columnId: number; from: CellValue; to: CellValue } | { columnId: number; links: LinkChange }
}

/** Rows that came to a row's links or went, and whether others were put in another order. */
export type LinkChange = { linked: NamedRows; unlinked: NamedRows; reordered: boolean }

/** Some rows, the first of them by their titles. */
export type NamedRows = { count: number; titles: string[] }

/** How a column was described until an entry changed or deleted it. */
export type PastColumn = { untilEntryId: number; column: Column }

export type RowHistory = {
  items: RowHistoryItem[]
  /** Where the page before begins; null when there is none. */
  beforeId: number | null
  /** Descriptions of the columns named by the items that are no longer theirs, the latest first. */
  columns: PastColumn[]
}

/** What stands in the trash: deleted rows by log entry, and deleted tables, columns, views and schemes. */
export type TrashItem =
  | { kind: 'rows'; entryId: number; at: string; tableId: number; count: number; titles: string[] }
  | { kind: 'table' | 'column' | 'view' | 'scheme'; entryId: number; at: string; id: number; name: string; tableId: number | null }

/** Things in the trash by kind, and the steps that could be undone until it is emptied. */
export type TrashWeight = { rows: number; tables: number; columns: number; views: number; schemes: number; steps: number }

export const historyOperations = {
  'history.state': read<HistoryState>()(z.object({})),
  'history.list': read<LogEntry[]>()(z.object({ beforeId: id.nullable().default(null), limit: z.number().int().min(1).max(200).default(50) })),
  /** Large entries, such as imports, have none: their counts say enough. */
  'history.subjects': read<EntrySubject[]>()(z.object({ entryIds: z.array(id).max(200) })),
  /** The life of a row, or of one cell of it. */
  'history.row': read<RowHistory>()(
    z.object({
      tableId: id,
      rowId: id,
      columnId: id.nullable().default(null),
      beforeId: id.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  ),
  /** Gives a cell the value it had before or after an entry of the log. */
  'history.restoreCell': write<{ updated: number }>()(z.object({ entryId: id, tableId: id, rowId: id, columnId: id, side: z.enum(['from', 'to']) })),
  /** Gives a row the links it had before or after an entry of the log; `gone` names those deleted meanwhile, which stay away. */
  'history.restoreLinks': write<{ changed: boolean; gone: string[] }>()(
    z.object({ entryId: id, tableId: id, rowId: id, columnId: id, side: z.enum(['from', 'to']) }),
  ),
  'history.undo': write<{ undone: number }>()(z.object({})),
  'history.redo': write<{ redone: number }>()(z.object({})),
  'trash.list': read<TrashItem[]>()(z.object({})),
  /** Rows that one deletion took and that are still gone. */
  'trash.rows': read<{ total: number; rows: { id: number; title: string }[] }>()(
    z.object({ entryId: id, tableId: id, offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50) }),
  ),
  /** Brings back what one entry of the log took away, or these of its rows. */
  'trash.restore': write<{ restored: number }>()(z.object({ entryId: id, rowIds: z.array(id).min(1).nullable().default(null) })),
  /** What emptying the trash would take away. */
  'trash.weigh': read<TrashWeight>()(z.object({})),
  /** Takes everything in the trash out of the file for good; what was done until now can no longer be undone. */
  'trash.empty': write<TrashWeight>()(z.object({})),
}
