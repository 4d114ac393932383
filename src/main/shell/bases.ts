import { mkdir, rm } from 'node:fs/promises'
import { existsSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Host } from '../host/ports.ts'
import type { GrantedPaths } from '../ipc/grantedPaths.ts'
import type { OpenHost, WindowDesk } from './desk.ts'
import type { Preferences } from './preferences.ts'

/** Opens and makes bases for the windows; throws a `Failure` when it cannot. */
export type Bases = {
  /** The window in which this file is open. */
  deskWith(path: string): WindowDesk | undefined
  /** Null when the base is already open in another window, which then comes to the front. */
  open(desk: WindowDesk, path: string, readOnly: boolean): Promise<{ path: string } | null>
  /** Makes a base from the template and opens it. */
  create(desk: WindowDesk, path: string, options: { sample: boolean; lang: Lang }): Promise<{ path: string }>
  close(desk: WindowDesk): Promise<void>
}

export function basesOf(world: {
  openHost: OpenHost
  desks: () => readonly WindowDesk[]
  preferences: Preferences
  granted: GrantedPaths
  /** Also tells the operating system of a document that was opened. */
  onOpened: (path: string) => void
}): Bases {
  const { openHost, desks, preferences, granted, onOpened } = world
  // One at a time: two openings of one base at once would find each other's lock and not each other.
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(desk: WindowDesk, work: () => Promise<Value>): Promise<Value> {
    const done = queue.then(work)
    queue = done.catch(() => {})
    desk.opening = queue
    return done
  }

  async function put(desk: WindowDesk, host: Host): Promise<{ path: string }> {
    const { path } = host
    await desk.place(host)
    granted.grant(path)
    preferences.addRecent(path)
    preferences.saveLastBase(path)
    onOpened(path)
    return { path }
  }

  async function open(desk: WindowDesk, path: string, readOnly: boolean): Promise<{ path: string } | null> {
    const there = deskWith(path)
    if (there !== undefined && there !== desk) {
      bringToFront(there)
      return null
    }
    if (there !== undefined && there.host()?.readOnly === readOnly) return { path }
    if (there !== undefined) await there.clear()
    return put(desk, await opened(path, { readOnly }))
  }

  async function create(desk: WindowDesk, path: string, { sample, lang }: { sample: boolean; lang: Lang }): Promise<{ path: string }> {
    await mkdir(dirname(path), { recursive: true })
    const isNew = !existsSync(path)
    const host = await opened(path, { readOnly: false, create: true })
    const filled = await host.run('base.applyTemplate', { template: 'customerBook', lang, sample })
    if (filled.ok) return put(desk, host)
    await host.close()
    if (isNew) await rm(path, { force: true })
    throw new Failure(filled.error)
  }

  async function opened(path: string, options: { readOnly: boolean; create?: boolean }): Promise<Host> {
    const answer = await openHost(path, options)
    if (!answer.ok) throw new Failure(answer.error)
    return answer.value
  }

  function deskWith(path: string): WindowDesk | undefined {
    return desks().find((desk) => isSameFile(desk.host()?.path, path))
  }

  return {
    deskWith,
    open: (desk, path, readOnly) => inTurn(desk, () => open(desk, path, readOnly)),
    create: (desk, path, options) => inTurn(desk, () => create(desk, path, options)),
    close: (desk) =>
      inTurn(desk, () => {
        preferences.saveLastBase(null)
        return desk.clear()
      }),
  }
}

export function bringToFront({ window }: WindowDesk): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function isSameFile(one: string | undefined, other: string): boolean {
  return one !== undefined && realPath(one) === realPath(other)
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
