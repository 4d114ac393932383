import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { placeOf, smallestWindow } from './windowPlace.ts'
import type { Preferences } from './preferences.ts'

export type PageSource = { /** The preload script. */ preload: string; addressOf: (page: string) => string }

/** The box every page of ours runs in: no node, no shared context, no way out. */
export function lockedBox(preload: string): WebPreferences {
  return { preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false, navigateOnDragDrop: false }
}

/** Opens a window of the program where the last one stood; it shows itself when its page has painted. */
export function openAppWindow(pages: PageSource, preferences: Preferences): BrowserWindow {
  const remembered = preferences.place()
  const window = new BrowserWindow({
    ...placeOf(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    // The colour of the paper (light, dark), so that nothing flashes before the page paints.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1B1B1A' : '#FFFFFF',
    webPreferences: lockedBox(pages.preload),
  })
  if (remembered?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => preferences.savePlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  return window
}
