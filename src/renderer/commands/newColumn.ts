import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const newColumn: Command = {
  id: 'edit.newColumn',
  text: 'newColumn',
  section: 'edit',
  keys: null,
  enabled: ({ base }) => base !== null && !base.readOnly && useShell.getState().tableId !== null,
  run: () => {
    const { tableId, openColumnDialog } = useShell.getState()
    if (tableId !== null) openColumnDialog({ kind: 'create', tableId, beforeColumnId: null })
  },
}
