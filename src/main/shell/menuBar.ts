import type { MenuItemConstructorOptions } from 'electron'
import type { RecentBase, Settings } from '#shared/contract/app.ts'
import { menuCommands, type MenuCommand } from '#shared/contract/menuCommands.ts'
import { langs, type Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'

export type MenuState = { platform: string; settings: Settings; recent: readonly RecentBase[]; isBaseOpen: boolean; isDeveloping: boolean }

export type MenuActions = {
  /** Asks the page of the window in front to run one of its commands. */
  run: (command: MenuCommand) => void
  openRecent: (path: string) => void
  newWindow: () => void
  showInFolder: () => void
  closeBase: () => void
  about: () => void
}

/** The menu bar as data; the same on every system but for the places where each expects some items. */
export function menuBar(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const t = translator(state.settings.lang)
  const parts = { state, actions, t, item: itemMaker(actions) }
  return [
    ...(state.platform === 'darwin' ? [appleMenu(parts)] : []),
    fileMenu(parts),
    editMenu(parts),
    viewMenu(parts),
    windowMenu(parts),
    helpMenu(parts),
  ]
}

type Parts = { state: MenuState; actions: MenuActions; t: Translate; item: ReturnType<typeof itemMaker> }

const separator: MenuItemConstructorOptions = { type: 'separator' }

function itemMaker(actions: MenuActions) {
  return (command: MenuCommand, label: string, more: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => {
    const accelerator = menuCommands[command]
    return { id: command, label, ...(accelerator === null ? {} : { accelerator }), click: () => actions.run(command), ...more }
  }
}

function appleMenu({ t, actions }: Parts): MenuItemConstructorOptions {
  return {
    label: t('common.appName'),
    submenu: [
      { label: t('menu.about'), click: actions.about },
      separator,
      { role: 'hide', label: t('menu.hide') },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      separator,
      { role: 'quit', label: t('menu.quit') },
    ],
  }
}

function fileMenu({ state, actions, t, item }: Parts): MenuItemConstructorOptions {
  const enabled = state.isBaseOpen
  return {
    label: t('menu.file'),
    submenu: [
      item('file.new', t('menu.fileNew')),
      item('file.open', t('menu.fileOpen')),
      { label: t('menu.fileRecent'), submenu: recentMenu(state, actions, t) },
      { label: t('menu.fileNewWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      separator,
      item('file.import', t('menu.fileImport'), { enabled }),
      item('file.export', t('menu.fileExport'), { enabled }),
      item('file.report', t('menu.fileReport'), { enabled }),
      separator,
      { label: t('menu.fileShow'), enabled, click: actions.showInFolder },
      { label: t('menu.fileClose'), enabled, click: actions.closeBase },
      ...(state.platform === 'darwin'
        ? [{ role: 'close' as const, label: t('menu.closeWindow') }]
        : [separator, { role: 'quit' as const, label: t('menu.quit') }]),
    ],
  }
}

function recentMenu(state: MenuState, actions: MenuActions, t: Translate): MenuItemConstructorOptions[] {
  if (state.recent.length === 0) return [{ label: t('menu.fileNoRecent'), enabled: false }]
  return state.recent.map(({ path, name, missing }) => ({
    label: name,
    sublabel: path,
    toolTip: path,
    enabled: !missing,
    click: () => actions.openRecent(path),
  }))
}

function editMenu({ state, t, item }: Parts): MenuItemConstructorOptions {
  const enabled = state.isBaseOpen
  return {
    label: t('menu.edit'),
    submenu: [
      item('edit.undo', t('menu.undo'), { enabled }),
      item('edit.redo', t('menu.redo'), { enabled, ...(state.platform === 'darwin' ? {} : { accelerator: 'Ctrl+Y' }) }),
      separator,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      separator,
      item('edit.find', t('menu.find'), { enabled }),
      item('edit.replace', t('menu.replace'), { enabled }),
      item('edit.search', t('menu.search'), { enabled }),
    ],
  }
}

function viewMenu({ state, t, item }: Parts): MenuItemConstructorOptions {
  const { theme, lang } = state.settings
  return {
    label: t('menu.view'),
    submenu: [
      item('view.sidebar', t('menu.sidebar'), { enabled: state.isBaseOpen }),
      item('view.chart', t('menu.chart'), { enabled: state.isBaseOpen }),
      separator,
      {
        label: t('menu.theme'),
        submenu: [
          item('view.theme.light', t('menu.themeLight'), { type: 'radio', checked: theme === 'light' }),
          item('view.theme.dark', t('menu.themeDark'), { type: 'radio', checked: theme === 'dark' }),
          item('view.theme.system', t('menu.themeSystem'), { type: 'radio', checked: theme === 'system' }),
        ],
      },
      {
        label: t('menu.language'),
        submenu: langs.map((one) => item(`view.lang.${one}`, languageNames[one], { type: 'radio', checked: lang === one })),
      },
      separator,
      { role: 'resetZoom', label: t('menu.zoomReset') },
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      separator,
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
      ...(state.isDeveloping ? [{ role: 'toggleDevTools' as const, label: t('menu.developerTools') }] : []),
    ],
  }
}

/** Each language by its own name, for those who read no other. */
const languageNames: Record<Lang, string> = { 'zh-CN': '简体中文', en: 'English' }

function windowMenu({ state, t }: Parts): MenuItemConstructorOptions {
  return {
    label: t('menu.window'),
    role: 'window',
    submenu: [
      { role: 'minimize', label: t('menu.minimize') },
      ...(state.platform === 'darwin'
        ? [
            { role: 'zoom' as const, label: t('menu.zoom') },
            { role: 'front' as const, label: t('menu.allToFront') },
          ]
        : [{ role: 'close' as const, label: t('menu.closeWindow') }]),
    ],
  }
}

function helpMenu({ state, actions, t, item }: Parts): MenuItemConstructorOptions {
  return {
    label: t('menu.help'),
    role: 'help',
    submenu: [
      item('help.shortcuts', t('menu.shortcuts')),
      ...(state.platform === 'darwin' ? [] : [{ label: t('menu.about'), click: actions.about }]),
    ],
  }
}
