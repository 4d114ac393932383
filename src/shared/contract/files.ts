import { z } from 'zod'
import { fileHashSchema, type StoredFile } from '../model/file.ts'
import { read, write } from './operation.ts'

/** The most bytes a file of the base may have. */
export const largestFile = 500 * 1024 * 1024

/** The most bytes that go to the window at once, to be looked at there. */
export const largestPreview = 64 * 1024 * 1024

const bytes = z.custom<Uint8Array>((given) => given instanceof Uint8Array)

export const fileOperations = {
  /**
   * Takes contents into the base, each once, and answers them as files to be put into cells. All of them or none.
   * What no cell and no step of the history comes to hold is dropped again when the base is closed.
   */
  'files.store': write<StoredFile[]>()(
    z.object({
      paths: z.array(z.string()).max(1000).default([]),
      /** Files that have no path: a picture of the clipboard, a signature. */
      pasted: z
        .array(z.object({ name: z.string(), bytes }))
        .max(100)
        .default([]),
      /** Refuses what is no picture. */
      picturesOnly: z.boolean().default(false),
    }),
  ),
  /** Small pictures of contents, as far as they have been made: null for those that have none yet, no bytes for those that cannot have one. */
  'files.thumbnails': read<{ hash: string; bytes: Uint8Array | null }[]>()(z.object({ hashes: z.array(fileHashSchema).max(500) })),
  /** Keeps the small picture of a content; no bytes say that it cannot be shown. Derived, so no step of the history. */
  'files.keepThumbnail': write<null>()(z.object({ hash: fileHashSchema, bytes: bytes.refine((given) => given.length <= 64 * 1024) })),
  /** A content to be looked at in the window. */
  'files.read': read<{ type: string; bytes: Uint8Array }>()(z.object({ hash: fileHashSchema })),
  /** Writes a content to a file. */
  'files.copy': read<{ path: string }>()(z.object({ hash: fileHashSchema, path: z.string() })),
  /** Drops contents that neither a cell nor the history refers to. */
  'files.cleanUp': write<{ removed: number; bytes: number }>()(z.object({})),
}
