import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const jump: Command = {
  id: 'go.jump',
  text: 'jump',
  section: 'go',
  keys: 'Mod+K',
  whileTyping: true,
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openDialog({ kind: 'jump' }),
}
