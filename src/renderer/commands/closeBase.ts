import { call } from '../client/call.ts'
import { saveViewDrafts } from '../shell/viewDrafts.ts'
import type { Command } from './command.ts'

export const closeBase: Command = {
  id: 'file.close',
  text: 'closeBase',
  section: 'base',
  keys: null,
  enabled: ({ base }) => base !== null,
  run: async () => {
    await saveViewDrafts()
    await call('app.closeBase', {})
  },
}
