import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const importFile: Command = {
  id: 'file.import',
  text: 'importFile',
  section: 'base',
  keys: 'Mod+I',
  enabled: ({ base }) => base !== null && !base.readOnly,
  run: () => useShell.getState().openDialog({ kind: 'import', path: null }),
}
