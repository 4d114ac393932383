import type { BrowserWindow } from 'electron'
import type { Answer } from '#shared/contract/answer.ts'
import type { Host } from '../host/ports.ts'
import { sendEvent } from '../ipc/electronChannel.ts'
import { nameOfBase } from './preferences.ts'

/** A window and the base open in it. */
export type WindowDesk = {
  readonly window: BrowserWindow
  host(): Host | null
  /** Puts another base on the desk; the one before is closed first. */
  place(host: Host): Promise<void>
  clear(): Promise<void>
  /** An opening that is under way; pages that ask what is open wait for it. */
  opening: Promise<unknown>
}

export type OpenHost = (path: string, options: { readOnly: boolean; create?: boolean }) => Promise<Answer<Host>>

export function deskOf(window: BrowserWindow, titleOf: (host: Host | null) => string): WindowDesk {
  let host: Host | null = null
  const page = window.webContents

  function show(): void {
    window.setTitle(titleOf(host))
    if (process.platform === 'darwin') window.setRepresentedFilename(host?.path ?? '')
  }

  async function takeAway(): Promise<boolean> {
    const closing = host
    host = null
    await closing?.close()
    return closing !== null
  }

  show()
  return {
    window,
    opening: Promise.resolve(),
    host: () => host,
    place: async (placed) => {
      await takeAway()
      host = placed
      placed.onChanged((event) => sendEvent(page, 'changed', event))
      show()
      sendEvent(page, 'baseOpened', { path: placed.path, readOnly: placed.readOnly })
      // Not awaited: the first rows are on screen before what depends on the day is brought up to date.
      void placed.turnDay()
    },
    clear: async () => {
      if (!(await takeAway())) return
      if (!window.isDestroyed()) show()
      sendEvent(page, 'baseClosed', null)
    },
  }
}

/** `客户 — 客簿` */
export function windowTitle(host: Host | null, appName: string, readOnly: (title: string) => string): string {
  if (host === null) return appName
  const title = `${nameOfBase(host.path)} — ${appName}`
  return host.readOnly ? readOnly(title) : title
}
