import { app, shell } from 'electron'
import { chmodSync, closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { isRunnable, safeFileName } from '#shared/lib/fileName.ts'
import { mediaTypeOf, tellingBytes } from '#shared/lib/mediaType.ts'
import type { Host } from '../host/ports.ts'

/** Opens files of a base with the system's programs, from copies that go when Kebu is closed. */
export type OpenOutside = (host: Host, file: { hash: string; name: string }) => Promise<void>

export function openerOutside(temporary: () => string): OpenOutside {
  let folder: string | null = null
  app.on('will-quit', () => {
    if (folder !== null) removeQuietly(folder)
  })
  return async (host, { hash, name: given }) => {
    const name = safeFileName(given)
    refuseRunnable(name, '')
    folder ??= mkdtempSync(join(temporary(), 'kebu-'))
    // A folder of its own for each, so that its name stays as it is.
    const path = join(await mkdtemp(join(folder, 'f')), name)
    const copied = await host.run('files.copy', { hash, path })
    if (!copied.ok) throw new Failure(copied.error)
    try {
      refuseRunnable(name, mediaTypeOf(headOf(path), name))
    } catch (error) {
      removeQuietly(path)
      throw error
    }
    // What is changed in the copy would not come back: the other program should say so at once.
    chmodSync(path, 0o444)
    const problem = await shell.openPath(path)
    if (problem !== '') throw new Failure(withDetails(appError('file.noProgram', { name }), problem))
  }
}

function refuseRunnable(name: string, type: string): void {
  if (isRunnable(name, type)) throw new Failure(appError('file.runnable', { name }))
}

function headOf(path: string): Uint8Array {
  const head = Buffer.alloc(tellingBytes)
  const file = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0))
  } finally {
    closeSync(file)
  }
}

/** A file that another program still holds is left to the system's own tidying. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // See above.
  }
}
