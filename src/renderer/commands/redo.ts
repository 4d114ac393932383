import type { Command } from './command.ts'
import { stepInHistory } from './stepInHistory.ts'

export const redo: Command = {
  id: 'edit.redo',
  text: 'redo',
  section: 'edit',
  keys: 'Mod+Shift+Z',
  alsoKeys: ['Mod+Y'],
  enabled: ({ base }) => base !== null && !base.readOnly && base.description.history.redo !== null,
  run: (context) => stepInHistory('redo', context),
}
