import type { Handlers } from '../handlers.ts'
import { weighTrash } from './emptyTrash.ts'
import { listEntries, readState } from './reads.ts'
import { restoreFromTrash } from './restore.ts'
import { listTrash, listTrashedRows } from './trash.ts'

/** Undo and redo stand in the engine itself: they decide how their own entry is written. */
export const historyHandlers: Handlers<'history.state' | 'history.list' | 'trash.list' | 'trash.rows' | 'trash.weigh' | 'trash.restore'> = {
  'history.state': readState,
  'history.list': listEntries,
  'trash.list': listTrash,
  'trash.rows': listTrashedRows,
  'trash.weigh': weighTrash,
  'trash.restore': restoreFromTrash,
}
