import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openHistory: Command = {
  id: 'go.history',
  text: 'openHistory',
  section: 'go',
  keys: 'Mod+Shift+H',
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openScreen('history'),
}
