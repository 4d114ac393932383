import { gridPort } from '../shell/gridPort.ts'
import type { Command } from './command.ts'

export const deleteRows: Command = {
  id: 'edit.deleteRows',
  text: 'deleteRows',
  section: 'edit',
  keys: 'Mod+Delete',
  alsoKeys: ['Mod+Backspace'],
  enabled: ({ base }) => base !== null && !base.readOnly && (gridPort()?.selectedRows() ?? 0) > 0,
  run: () => gridPort()?.deleteSelectedRows(),
}
