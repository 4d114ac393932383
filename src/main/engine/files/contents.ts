import { createHash } from 'node:crypto'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { StoredFile } from '#shared/model/file.ts'
import type { ReadDb } from '../store/db.ts'
import { meta } from '../store/sql.ts'

export type Content = { id: number; size: number; type: string }

/** The content of this hash, or null when the base does not hold it. */
export function contentOf(db: ReadDb, hash: string): Content | null {
  return db.get(meta.selectFrom('kebu_file').select(['id', 'size', 'type']).where('hash', '=', hash)) ?? null
}

/** The content of this hash, or the failure that says it is gone. */
export function heldContent(db: ReadDb, hash: string): Content {
  const content = contentOf(db, hash)
  if (content === null) throw new Failure(appError('file.gone'))
  return content
}

/** Whether the base holds these files as they are described. */
export function holdsFiles(db: ReadDb, files: readonly StoredFile[]): boolean {
  return files.every(({ hash, size, type }) => {
    const content = contentOf(db, hash)
    return content !== null && content.size === size && content.type === type
  })
}

/** The parts of a content, one after the other; fails at the end when they are not what their hash says. */
export function* partsOf(db: ReadDb, hash: string, content: Content): Generator<Uint8Array> {
  const digest = createHash('sha256')
  for (let part = 0; ; part += 1) {
    const row = db.get(meta.selectFrom('kebu_file_part').select('bytes').where('file_id', '=', content.id).where('part', '=', part))
    if (row === undefined) break
    digest.update(row.bytes)
    yield row.bytes
  }
  if (digest.digest('hex') !== hash) throw new Failure(appError('file.damaged'))
}
