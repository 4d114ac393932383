import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openSchemes: Command = {
  id: 'go.schemes',
  text: 'openSchemes',
  section: 'go',
  keys: null,
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openScreen('schemes'),
}
