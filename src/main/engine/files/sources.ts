import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { largestFile } from '#shared/contract/files.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { safeFileName } from '#shared/lib/fileName.ts'

/** Bytes to be kept, in portions; they are gone through twice, once for their hash and once to keep them. */
export type FileSource = { name: string; size: number; portions: () => Iterable<Uint8Array> }

/** Contents are kept in parts of this size; the last one is shorter. */
export const partSize = 1024 * 1024

/** A file of the disk; never held in memory whole. */
export function diskSource(path: string): FileSource {
  const name = safeFileName(basename(path))
  return { name, size: sizeOf(path, name), portions: () => portionsOf(path, name) }
}

/** Bytes that are at hand, such as a picture of the clipboard. */
export function bytesSource(name: string, bytes: Uint8Array): FileSource {
  const safeName = safeFileName(name)
  refuseTooLarge(safeName, bytes.length)
  return {
    name: safeName,
    size: bytes.length,
    portions: function* () {
      for (let start = 0; start < bytes.length; start += partSize) yield bytes.subarray(start, start + partSize)
    },
  }
}

function sizeOf(path: string, name: string): number {
  return withFile(path, name, (file) => {
    const found = fstatSync(file)
    if (found.isDirectory()) throw new Failure(appError('file.folder', { name }))
    if (!found.isFile()) throw new Failure(appError('file.unreadable', { name }))
    refuseTooLarge(name, found.size)
    return found.size
  })
}

function refuseTooLarge(name: string, size: number): void {
  if (size > largestFile) throw new Failure(appError('file.tooLarge', { name, limit: largestFile / 1024 / 1024 }))
}

function* portionsOf(path: string, name: string): Generator<Uint8Array> {
  const portion = Buffer.allocUnsafe(partSize)
  const file = opened(path, name)
  try {
    for (;;) {
      const length = filled(file, portion, name)
      if (length > 0) yield portion.subarray(0, length)
      if (length < partSize) return
    }
  } finally {
    closeSync(file)
  }
}

/** Reads until the portion is full or the file ends: every part but the last has the same size. */
function filled(file: number, portion: Buffer, name: string): number {
  let length = 0
  try {
    while (length < portion.length) {
      const read = readSync(file, portion, length, portion.length - length, null)
      if (read === 0) break
      length += read
    }
  } catch (error) {
    throw new Failure(withDetails(appError('file.unreadable', { name }), error))
  }
  return length
}

function withFile<Value>(path: string, name: string, look: (file: number) => Value): Value {
  const file = opened(path, name)
  try {
    return look(file)
  } finally {
    closeSync(file)
  }
}

function opened(path: string, name: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Failure(withDetails(appError(isMissing ? 'file.notFound' : 'file.unreadable', { name }), error))
  }
}
