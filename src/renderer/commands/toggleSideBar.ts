import type { Command } from './command.ts'

export const toggleSideBar: Command = {
  id: 'view.sidebar',
  text: 'toggleSideBar',
  section: 'look',
  keys: 'Mod+B',
  enabled: ({ base }) => base !== null,
  run: ({ app, changeSettings }) => changeSettings({ sideBarFolded: app?.settings.sideBarFolded !== true }),
}
