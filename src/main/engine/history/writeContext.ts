import type { Change } from '#shared/change/change.ts'
import type { LogEntry } from '#shared/contract/history.ts'
import type { ReadContext } from '../store/context.ts'
import type { WriteDb } from '../store/db.ts'

/** What a write may do: read, and apply changes. Everything it applies becomes one entry of the log. */
export type WriteContext = Omit<ReadContext, 'db'> & {
  db: WriteDb
  source: LogEntry['source']
  /** Local wall time of this write, to the second; the stamp of rows it makes or changes. */
  now: string
  apply(change: Partial<Change>): void
  /** What this write does is how one likes to look at things: it is logged, and undo passes over it. */
  passOverInUndo(): void
  /** What is done by a name of its own, such as a button's, is told by it in the history. */
  nameEntry(label: string): void
  /** Ids no row of the table has or had. */
  newRowIds(tableId: number, count: number): number[]
  newId(kind: 'table' | 'column' | 'view' | 'scheme' | 'member' | 'link' | 'unique' | 'schemeRevision'): number
}
