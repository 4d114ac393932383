import { gridPort } from '../shell/gridPort.ts'
import type { Command } from './command.ts'

export const addRow: Command = {
  id: 'edit.addRow',
  text: 'addRow',
  section: 'edit',
  keys: 'Mod+Enter',
  enabled: ({ base }) => base !== null && !base.readOnly && gridPort() !== null,
  run: () => gridPort()?.addRow(),
}
