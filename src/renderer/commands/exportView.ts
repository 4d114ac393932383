import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const exportView: Command = {
  id: 'file.export',
  text: 'exportView',
  section: 'base',
  keys: 'Mod+E',
  enabled: ({ base }) => base !== null && useShell.getState().tableId !== null,
  run: () => {
    const { tableId, openDialog } = useShell.getState()
    if (tableId !== null) openDialog({ kind: 'export', tableId })
  },
}
