import { useShell } from '../shell/state.ts'
import type { Command } from './command.ts'

export const closeRow: Command = {
  id: 'look.closeRow',
  text: 'closeRow',
  section: 'look',
  keys: 'Escape',
  enabled: () => useShell.getState().rowTrail.length > 0 && useShell.getState().dialog === null,
  run: () => useShell.getState().closeRow(),
}
