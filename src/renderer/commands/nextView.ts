import type { Command } from './command.ts'
import { openViewBeside } from './neighbours.ts'

export const nextView: Command = {
  id: 'go.nextView',
  text: 'nextView',
  section: 'go',
  keys: 'Alt+PageDown',
  enabled: ({ base }) => base !== null,
  run: ({ base }) => openViewBeside(base, 1),
}
