import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openAnalysis: Command = {
  id: 'go.analysis',
  text: 'openAnalysis',
  section: 'go',
  keys: null,
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openScreen('analysis'),
}
