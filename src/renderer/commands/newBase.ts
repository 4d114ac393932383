import { call } from '../client/call.ts'
import type { Command } from './command.ts'

export const newBase: Command = {
  id: 'file.new',
  text: 'newBase',
  section: 'base',
  keys: 'Mod+N',
  run: async () => {
    await call('app.newBase', { sample: false })
  },
}
