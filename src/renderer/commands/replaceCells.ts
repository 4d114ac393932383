import { gridPort } from '../shell/gridPort.ts'
import type { Command } from './command.ts'

export const replaceCells: Command = {
  id: 'edit.replace',
  text: 'replaceCells',
  section: 'edit',
  keys: 'Mod+H',
  whileTyping: true,
  enabled: ({ base }) => base !== null && !base.readOnly && gridPort() !== null,
  run: () => gridPort()?.openFind(true),
}
