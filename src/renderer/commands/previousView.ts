import type { Command } from './command.ts'
import { openViewBeside } from './neighbours.ts'

export const previousView: Command = {
  id: 'go.previousView',
  text: 'previousView',
  section: 'go',
  keys: 'Alt+PageUp',
  enabled: ({ base }) => base !== null,
  run: ({ base }) => openViewBeside(base, -1),
}
