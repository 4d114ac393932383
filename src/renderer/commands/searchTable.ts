import { gridPort } from '../shell/gridPort.ts'
import type { Command } from './command.ts'

export const searchTable: Command = {
  id: 'edit.search',
  text: 'searchTable',
  section: 'go',
  keys: 'Mod+Shift+F',
  whileTyping: true,
  enabled: () => gridPort() !== null,
  run: () => gridPort()?.focusSearch(),
}
