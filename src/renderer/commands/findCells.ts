import { gridPort } from '../shell/gridPort.ts'
import type { Command } from './command.ts'

export const findCells: Command = {
  id: 'edit.find',
  text: 'findCells',
  section: 'edit',
  keys: 'Mod+F',
  whileTyping: true,
  enabled: () => gridPort() !== null,
  run: () => gridPort()?.openFind(false),
}
