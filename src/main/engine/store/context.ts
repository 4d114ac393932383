import type { ProgressEvent } from '#shared/contract/events.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ReadDb } from './db.ts'
import type { Schema } from './schema.ts'
import type { Versions } from './versions.ts'

/** What a read needs to know beside its input. */
export type ReadContext = {
  db: ReadDb
  schema: Schema
  /** The base's file. */
  path: string
  readOnly: boolean
  /** Local day, ISO. */
  today: string
  /** Who is at the keyboard, as a member; "me" in filters. */
  actorId: number | null
  versions: Versions
  /** Local wall time to the second. */
  now: string
  /** Copies the file as it is to a new one, and tells how many of its pages are done; what that throws stops it. */
  copyTo(path: string, onPages: (done: number, total: number) => void): Promise<void>
  /** Whether the caller has lost interest; long work asks now and then and throws `cancelled`. */
  cancelled(): boolean
  progress(phase: ProgressEvent['phase'], done: number, total: number | null): void
}

/** Throws `cancelled` once the caller has lost interest; asked between the portions of long work. */
export function goOn(context: Pick<ReadContext, 'cancelled'>): void {
  if (context.cancelled()) throw new Failure(appError('cancelled'))
}
