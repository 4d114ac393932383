import type { Command } from './command.ts'

export const toggleTheme: Command = {
  id: 'view.theme',
  text: 'toggleTheme',
  section: 'look',
  keys: 'Mod+Shift+L',
  run: ({ changeSettings }) => changeSettings({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }),
}
