import type { Command } from './command.ts'
import { openTableBeside } from './neighbours.ts'

export const previousTable: Command = {
  id: 'go.previousTable',
  text: 'previousTable',
  section: 'go',
  keys: 'Mod+PageUp',
  enabled: ({ base }) => (base?.tables.length ?? 0) > 1,
  run: ({ base }) => openTableBeside(base, -1),
}
