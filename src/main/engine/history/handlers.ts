import type { Handlers } from '../handlers.ts'
import { listEntries, listTrash, readState } from './reads.ts'
import { rowHistory } from './rowHistory.ts'
import { restoreFromTrash } from './restore.ts'

/** Undo and redo stand in the engine itself: they decide how their own entry is written. */
export const historyHandlers: Handlers<'history.state' | 'history.list' | 'history.row' | 'trash.list' | 'trash.restore'> = {
  'history.state': readState,
  'history.list': listEntries,
  'history.row': rowHistory,
  'trash.list': listTrash,
  'trash.restore': restoreFromTrash,
}
