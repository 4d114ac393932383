import { largestPreview } from '#shared/contract/files.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Handlers } from '../handlers.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { meta } from '../store/sql.ts'
import { dropUnused } from './cleanUp.ts'
import { heldContent, partsOf } from './contents.ts'
import { copyContent } from './copy.ts'
import { keepFile } from './keep.ts'
import { bytesSource, diskSource } from './sources.ts'

/** Contents of files: taken in, looked at, given out. Which cell holds which file is said by the cells. */
export const fileHandlers: Handlers<'files.store' | 'files.thumbnails' | 'files.keepThumbnail' | 'files.read' | 'files.copy' | 'files.cleanUp'> = {
  'files.store': storeFiles,
  'files.thumbnails': readThumbnails,
  'files.keepThumbnail': keepThumbnail,
  'files.read': readContent,
  'files.copy': copyContent,
  'files.cleanUp': (context) => dropUnused(context.db, 'all'),
}

function storeFiles(context: WriteContext, input: ParsedInput<'files.store'>): OperationOutput<'files.store'> {
  const sources = [...input.paths.map(diskSource), ...input.pasted.map(({ name, bytes }) => bytesSource(name, bytes))]
  // Each file is gone through twice.
  const total = sources.reduce((sum, source) => sum + source.size, 0) * 2
  let done = 0
  const onBytes = (count: number): void => {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    done += count
    context.progress('writing', Math.min(done, total), total)
  }
  return sources.map((source) => keepFile(context, source, onBytes, input.picturesOnly))
}

function readThumbnails(context: ReadContext, input: ParsedInput<'files.thumbnails'>): OperationOutput<'files.thumbnails'> {
  if (input.hashes.length === 0) return []
  const rows = context.db.all(meta.selectFrom('kebu_file').select(['hash', 'thumbnail']).where('hash', 'in', input.hashes))
  return rows.map(({ hash, thumbnail }) => ({ hash, bytes: thumbnail }))
}

function keepThumbnail(context: WriteContext, input: ParsedInput<'files.keepThumbnail'>): null {
  context.db.run(meta.updateTable('kebu_file').set({ thumbnail: input.bytes }).where('hash', '=', input.hash))
  return null
}

function readContent(context: ReadContext, input: ParsedInput<'files.read'>): OperationOutput<'files.read'> {
  const content = heldContent(context.db, input.hash)
  if (content.size > largestPreview) throw new Failure(appError('file.tooLargeToShow', { limit: largestPreview / 1024 / 1024 }))
  const bytes = new Uint8Array(content.size)
  let at = 0
  for (const part of partsOf(context.db, input.hash, content)) {
    if (at + part.length > bytes.length) throw new Failure(appError('file.damaged'))
    bytes.set(part, at)
    at += part.length
  }
  return { type: content.type, bytes }
}
