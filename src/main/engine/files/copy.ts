import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import type { ReadContext } from '../store/context.ts'
import type { ReadDb } from '../store/db.ts'
import { heldContent, partsOf } from './contents.ts'

/** Writes a content to a file. The file appears when it is whole; until then, and on failure, nothing does. */
export function copyContent(context: ReadContext, input: ParsedInput<'files.copy'>): OperationOutput<'files.copy'> {
  const { size } = heldContent(context.db, input.hash)
  const unfinished = `${input.path}.part`
  let done = 0
  try {
    writeContent(context.db, input.hash, unfinished, (count) => {
      if (context.cancelled()) throw new Failure(appError('cancelled'))
      done += count
      context.progress('exporting', done, size)
    })
    renameSync(unfinished, input.path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error instanceof Failure ? error : new Failure(withDetails(appError('file.cannotWrite', { name: basename(input.path) }), error))
  }
  return { path: input.path }
}

/** Writes a content to a path, part by part; `onBytes` hears of each. */
export function writeContent(db: ReadDb, hash: string, path: string, onBytes: (count: number) => void): void {
  const content = heldContent(db, hash)
  const file = openSync(path, 'w')
  try {
    for (const bytes of partsOf(db, hash, content)) {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      onBytes(bytes.length)
    }
  } finally {
    closeSync(file)
  }
}
