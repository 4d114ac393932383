import { createHash } from 'node:crypto'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { mediaTypeOf, tellingBytes } from '#shared/lib/mediaType.ts'
import type { StoredFile } from '#shared/model/file.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { meta, sql } from '../store/sql.ts'
import { contentOf } from './contents.ts'
import type { FileSource } from './sources.ts'

/** Takes the bytes into the base, unless they are there already; `onBytes` hears of every portion gone through. */
export function keepFile(context: WriteContext, source: FileSource, onBytes: (count: number) => void, picturesOnly = false): StoredFile {
  const { hash, type, size } = looked(source, onBytes)
  const { name } = source
  if (picturesOnly && !type.startsWith('image/')) throw new Failure(appError('file.notAPicture', { name }))
  if (contentOf(context.db, hash) === null) keepContent(context, source, { hash, type, size }, onBytes)
  else onBytes(size)
  return { hash, name, size, type }
}

function looked(source: FileSource, onBytes: (count: number) => void): Omit<StoredFile, 'name'> {
  const digest = createHash('sha256')
  let head: Uint8Array | null = null
  let size = 0
  for (const portion of source.portions()) {
    head ??= Uint8Array.from(portion.subarray(0, tellingBytes))
    digest.update(portion)
    size += portion.length
    onBytes(portion.length)
  }
  return { hash: digest.digest('hex'), type: mediaTypeOf(head ?? new Uint8Array(), source.name), size }
}

function keepContent(context: WriteContext, source: FileSource, content: Omit<StoredFile, 'name'>, onBytes: (count: number) => void): void {
  const { db } = context
  const since = db.ids(sql`select coalesce(max(id), 0) from kebu_log`)[0] ?? 0
  const made = db.get(
    meta
      .insertInto('kebu_file')
      .values({ ...content, thumbnail: null, since, settled: 0 })
      .returning('id'),
  )
  if (made === undefined) throw new Error('the content was given no id')
  const digest = createHash('sha256')
  let part = 0
  for (const bytes of source.portions()) {
    digest.update(bytes)
    db.run(meta.insertInto('kebu_file_part').values({ file_id: made.id, part, bytes }))
    part += 1
    onBytes(bytes.length)
  }
  // Another program may write to the file between the two looks; kept under the wrong name it would never be found damaged.
  if (digest.digest('hex') !== content.hash) throw new Failure(appError('file.changing', { name: source.name }))
}
