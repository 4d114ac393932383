import { call } from '../client/call.ts'
import type { Command } from './command.ts'

export const openBase: Command = {
  id: 'file.open',
  text: 'openBase',
  section: 'base',
  keys: 'Mod+O',
  run: async () => {
    await call('app.openBase', { path: null })
  },
}
