import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const showShortcuts: Command = {
  id: 'help.shortcuts',
  text: 'showShortcuts',
  section: 'look',
  keys: 'F1',
  alsoKeys: ['Mod+/'],
  whileTyping: true,
  run: () => useShell.getState().openDialog({ kind: 'shortcuts' }),
}
