import type { Command } from './command.ts'
import { openTableBeside } from './neighbours.ts'

export const nextTable: Command = {
  id: 'go.nextTable',
  text: 'nextTable',
  section: 'go',
  keys: 'Mod+PageDown',
  enabled: ({ base }) => (base?.tables.length ?? 0) > 1,
  run: ({ base }) => openTableBeside(base, 1),
}
