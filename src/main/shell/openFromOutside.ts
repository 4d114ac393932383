import { app } from 'electron'
import { Failure } from '#shared/contract/failure.ts'
import { errorOf } from '#shared/i18n/errorOf.ts'
import { bringToFront, type Bases } from './bases.ts'
import type { WindowDesk } from './desk.ts'
import type { Dialogs } from './dialogs.ts'
import { launchOf } from './launchArguments.ts'
import type { Log } from './log.ts'
import type { Windows } from './windows.ts'

/** Opens bases the user named outside of any window: on the command line, in the file manager, in the menu of recent ones. */
export function openerFromOutside({
  windows,
  bases,
  dialogs,
  log,
}: {
  windows: Windows
  bases: Bases
  dialogs: Dialogs
  log: Log
}): (path: string) => Promise<void> {
  async function open(desk: WindowDesk, path: string, readOnly: boolean): Promise<void> {
    try {
      await bases.open(desk, path, readOnly)
    } catch (error) {
      if (!(error instanceof Failure)) log.error('open', error)
      if (await dialogs.sayNotOpened(desk.window, errorOf(error))) await open(desk, path, true)
    }
  }
  return async (path) => {
    const there = bases.deskWith(path)
    if (there !== undefined) return bringToFront(there)
    const free = windows.desks().find((desk) => desk.host() === null)
    await open(free ?? windows.open(), path, false)
  }
}

/**
 * What another start of the program, or the file manager of macOS, asks of this one.
 * Listens from the first moment, for macOS names the file to open before the program is ready to.
 */
export function listenOutside(ready: Promise<{ windows: Windows; openBase: (path: string) => Promise<void> }>): void {
  app.on('second-instance', (_event, argv, folder) => {
    const launch = launchOf(argv, folder)
    const named = launch.mode === 'window' ? launch.bases : []
    void ready.then(({ windows, openBase }) => {
      for (const path of named) void openBase(path)
      const front = windows.desks()[0]
      if (named.length === 0 && front !== undefined) bringToFront(front)
    })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void ready.then(({ openBase }) => openBase(path))
  })
  app.on('activate', () => {
    void ready.then(({ windows }) => windows.desks().length === 0 && windows.open())
  })
}
