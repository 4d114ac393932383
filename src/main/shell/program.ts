import { app, nativeTheme, powerMonitor, shell } from 'electron'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { watchDay } from '../host/dayTurn.ts'
import { dispatcher } from '../ipc/dispatcher.ts'
import { sendEvent, serveChannel } from '../ipc/electronChannel.ts'
import { grantedPaths } from '../ipc/grantedPaths.ts'
import type { PageOrigin } from '../ipc/trustedPage.ts'
import { appAnswers } from './appAnswers.ts'
import type { PageSource } from './appWindow.ts'
import { basesOf, type Bases } from './bases.ts'
import type { OpenHost } from './desk.ts'
import { dialogsFor } from './dialogs.ts'
import type { Log } from './log.ts'
import { menuBar } from './menuBar.ts'
import { openerOutside } from './openOutside.ts'
import { openerFromOutside } from './openFromOutside.ts'
import { pageDesks } from './pageDesks.ts'
import { preferencesIn, type Preferences } from './preferences.ts'
import { reportPrinter, type PrintReport } from './printReport.ts'
import { showMenu, windowsOf, type Windows } from './windows.ts'

/** The running program: its windows, the bases in them, and what the headless modes need of it. */
export type Program = {
  windows: Windows
  bases: Bases
  preferences: Preferences
  printReport: PrintReport
  /** Opens a base named outside of any window; says so when it cannot. */
  openBase: (path: string) => Promise<void>
}

/** Puts the parts of the shell together, once Electron is ready. */
export function startProgram(world: {
  pages: PageSource
  origin: PageOrigin
  openHost: OpenHost
  log: Log
  firstLang: Lang
  /** Whether a user is there, whose recent documents the operating system may list. */
  isForUser: boolean
}): Program {
  const { pages, origin, openHost, log, firstLang, isForUser } = world
  const preferences = preferencesIn(join(app.getPath('userData'), 'settings.json'), firstLang, (error) => log.error('settings', error))
  if (preferences.damagedCopy !== null) log.error('settings', `damaged, kept as ${preferences.damagedCopy}`)
  const granted = grantedPaths()
  for (const { path } of preferences.recent()) granted.grant(path)
  const desks = pageDesks()
  const dialogs = dialogsFor({ lang: () => preferences.settings().lang, documents })
  serveChannel(dispatcher({ origin, granted, deskOf: desks.deskOf, logError: (what, error) => log.errorValue(what, error) }))

  const bases = basesOf({
    openHost,
    desks: () => windows.desks(),
    preferences,
    granted,
    onOpened: (path) => {
      if (isForUser) app.addRecentDocument(path)
    },
  })
  const openOutside = openerOutside(() => app.getPath('temp'))
  const printReport = reportPrinter({ pages, desks, preferences })
  const onSettings = () => {
    nativeTheme.themeSource = preferences.settings().theme
    refreshMenu()
  }
  const windows: Windows = windowsOf({
    pages,
    preferences,
    pageDesks: desks,
    dialogs,
    log,
    onChange: refreshMenu,
    answersFor: (desk) => appAnswers(desk, { bases, dialogs, preferences, granted, printReport, openOutside, documents, openBeside, onSettings }),
  })
  /** A window that finds its base open elsewhere, or cannot open it, goes again. */
  async function openBeside(path: string, readOnly: boolean): Promise<{ path: string } | null> {
    const desk = windows.open()
    try {
      const opened = await bases.open(desk, path, readOnly)
      if (opened === null) desk.window.destroy()
      return opened
    } catch (error) {
      desk.window.destroy()
      throw error
    }
  }
  const openBase = openerFromOutside({ windows, bases, dialogs, log })

  function refreshMenu(): void {
    const settings = preferences.settings()
    const front = () => windows.desks()[0]
    const isBaseOpen = front()?.host() !== null && front() !== undefined
    showMenu(
      menuBar(
        { platform: process.platform, settings, recent: preferences.recent(), isBaseOpen, isDeveloping: !app.isPackaged },
        {
          run: windows.run,
          openRecent: (path) => void openBase(path),
          newWindow: () => void windows.open(),
          showInFolder: () => shell.showItemInFolder(front()?.host()?.path ?? ''),
          closeBase: () => windows.run('file.close'),
          about: () => app.showAboutPanel(),
        },
      ),
    )
    const t = translator(settings.lang)
    app.setAboutPanelOptions({ applicationName: t('common.appName'), applicationVersion: app.getVersion(), copyright: t('dialogs.aboutText') })
  }

  onSettings()
  nativeTheme.on('updated', () => {
    const isDark = nativeTheme.shouldUseDarkColors
    for (const { window } of windows.desks()) sendEvent(window.webContents, 'themeChanged', { isDark })
  })
  const turnDay = () => {
    for (const desk of windows.desks()) void desk.host()?.turnDay()
  }
  watchDay(turnDay)
  powerMonitor.on('resume', turnDay)
  return { windows, bases, preferences, printReport, openBase }
}

/** The user's documents, or the home folder where a bare system has none. */
function documents(): string {
  try {
    const folder = app.getPath('documents')
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return homedir()
  }
}
