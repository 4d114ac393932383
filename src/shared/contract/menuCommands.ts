/** Commands of the window that the menu bar asks for by a `command` event, with their shortcuts in Electron's spelling. */
export const menuCommands = {
  'file.new': 'CmdOrCtrl+N',
  'file.open': 'CmdOrCtrl+O',
  'file.import': 'CmdOrCtrl+I',
  'file.export': 'CmdOrCtrl+E',
  'file.report': 'CmdOrCtrl+P',
  'edit.undo': 'CmdOrCtrl+Z',
  'edit.redo': 'CmdOrCtrl+Shift+Z',
  'edit.find': 'CmdOrCtrl+F',
  'edit.replace': 'CmdOrCtrl+H',
  'edit.search': 'CmdOrCtrl+Shift+F',
  'view.sidebar': 'CmdOrCtrl+B',
  'view.chart': 'CmdOrCtrl+Shift+C',
  'view.theme.light': null,
  'view.theme.dark': null,
  'view.theme.system': null,
  'view.lang.zh-CN': null,
  'view.lang.en': null,
  'help.shortcuts': 'CmdOrCtrl+/',
} as const

export type MenuCommand = keyof typeof menuCommands
