import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openMembers: Command = {
  id: 'go.members',
  text: 'openMembers',
  section: 'go',
  keys: null,
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openDialog({ kind: 'members' }),
}
