import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const openModules: Command = {
  id: 'go.modules',
  text: 'openModules',
  section: 'go',
  keys: null,
  enabled: ({ base }) => base !== null && !base.readOnly,
  run: () => useShell.getState().openDialog({ kind: 'modules' }),
}
