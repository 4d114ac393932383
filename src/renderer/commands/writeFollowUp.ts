import { rowPagePort } from '../shell/rowPagePort.ts'
import type { Command } from './command.ts'

/** From anywhere, the grid too, where the N of the page begins an edit. */
export const writeFollowUp: Command = {
  id: 'edit.writeFollowUp',
  text: 'writeFollowUp',
  section: 'edit',
  keys: 'Mod+Shift+N',
  enabled: () => rowPagePort() !== null,
  run: () => rowPagePort()?.writeFollowUp(),
}
