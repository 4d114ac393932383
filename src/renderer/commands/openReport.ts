import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openReport: Command = {
  id: 'file.report',
  text: 'openReport',
  section: 'go',
  keys: 'Mod+P',
  enabled: ({ base }) => base !== null,
  run: () => useShell.getState().openScreen('report'),
}
