import { app, Menu, type BrowserWindow } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import type { MenuCommand } from '#shared/contract/menuCommands.ts'
import { sendEvent } from '../ipc/electronChannel.ts'
import type { AppAnswers } from '../ipc/answering.ts'
import { openAppWindow, type PageSource } from './appWindow.ts'
import { deskOf, windowTitle, type WindowDesk } from './desk.ts'
import type { Dialogs } from './dialogs.ts'
import type { Log } from './log.ts'
import type { PageDesks } from './pageDesks.ts'
import type { Preferences } from './preferences.ts'
import { translator } from '#shared/i18n/translate.ts'

/** The windows of the program, the one in front first. */
export type Windows = {
  desks(): readonly WindowDesk[]
  open(): WindowDesk
  /** Asks the page in front to run one of its commands. */
  run(command: MenuCommand | 'file.close'): void
}

export function windowsOf(world: {
  pages: PageSource
  preferences: Preferences
  pageDesks: PageDesks
  dialogs: Dialogs
  log: Log
  answersFor: (desk: WindowDesk) => AppAnswers
  /** A base came or went, or another window is in front. */
  onChange: () => void
}): Windows {
  const { pages, preferences, pageDesks, dialogs, log, answersFor, onChange } = world
  let desks: readonly WindowDesk[] = []

  function open(): WindowDesk {
    const window = openAppWindow(pages, preferences)
    const t = () => translator(preferences.settings().lang)
    const desk = deskOf(window, (host) => {
      queueMicrotask(onChange)
      return windowTitle(host, t()('common.appName'), (title) => t()('dialogs.readOnlyTitle', { title }))
    })
    desks = [desk, ...desks]
    pageDesks.add(window.webContents, {
      host: desk.host,
      app: answersFor(desk),
      sendProgress: (event) => sendEvent(window.webContents, 'progress', event),
    })
    window.on('focus', () => {
      desks = [desk, ...desks.filter((other) => other !== desk)]
      onChange()
    })
    window.on('closed', () => {
      desks = desks.filter((other) => other !== desk)
      onChange()
    })
    closeInOrder(desk)
    surviveCrashes(window)
    window.loadURL(pages.addressOf('index.html')).catch((error: unknown) => log.error('page', error))
    return desk
  }

  /** The page saves what it still holds, the base becomes one clean file, and only then the window goes. */
  function closeInOrder(desk: WindowDesk): void {
    const { window } = desk
    let isClosing = false
    window.on('close', (event) => {
      if (desk.host() === null) return
      event.preventDefault()
      if (isClosing) return
      isClosing = true
      void mayClose(desk)
        .then((may) => {
          isClosing = may
          return may ? putAway(desk).finally(() => window.destroy()) : undefined
        })
        .catch((error: unknown) => log.error('close', error))
    })
  }

  async function mayClose({ window, host }: WindowDesk): Promise<boolean> {
    return host()?.isImporting() !== true || (await dialogs.sayImporting(window)) === 'close'
  }

  async function putAway(desk: WindowDesk): Promise<void> {
    desk.window.hide()
    const last = preferences.lastBase()
    sendEvent(desk.window.webContents, 'command', { command: 'file.close' })
    for (let waited = 0; desk.host() !== null && waited < patience; waited += 20) await wait(20)
    await desk.opening
    await desk.clear()
    preferences.saveLastBase(last)
  }

  function surviveCrashes(window: BrowserWindow): void {
    const page = window.webContents
    page.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return
      log.error('page', `gone: ${reason} (${exitCode})`)
      void dialogs.sayPageGone(window).then((choice) => (choice === 'reload' ? page.reload() : window.close()))
    })
    window.on('unresponsive', () => {
      void dialogs.sayPageHangs(window).then((choice) => {
        if (choice === 'reload') page.forcefullyCrashRenderer()
        if (choice === 'reload') page.reload()
      })
    })
    page.on('preload-error', (_event, path, error) => log.error(path, error))
  }

  return {
    desks: () => desks,
    open,
    run: (command) => {
      const front = desks[0]
      if (front !== undefined) sendEvent(front.window.webContents, 'command', { command })
    },
  }
}

/** How long a page may take, in milliseconds, to save what it holds before its window closes. */
const patience = 1500

/** Quits when the last window is gone, and on macOS only when the user asked to. */
export function quitWithLastWindow(): void {
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit()
  })
}

export function showMenu(template: Parameters<typeof Menu.buildFromTemplate>[0]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
