import type { Command } from './command.ts'
import { stepInHistory } from './stepInHistory.ts'

export const undo: Command = {
  id: 'edit.undo',
  text: 'undo',
  section: 'edit',
  keys: 'Mod+Z',
  enabled: ({ base }) => base !== null && !base.readOnly && base.description.history.undo !== null,
  run: (context) => stepInHistory('undo', context),
}
