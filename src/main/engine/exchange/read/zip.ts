import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'

/** A part of the file is not as the format wants it; the message is for the log, not for the user. */
export class DamagedFile extends Error {}

export type ZipEntry = { name: string; method: number; crc: number; compressedSize: number; size: number; offset: number }

/** An open archive, read part by part: the whole is never in memory. */
export type Zip = {
  /** By name in lower case with forward slashes: writers differ, and parts are found without regard to case. */
  entries: ReadonlyMap<string, ZipEntry>
  stream(entry: ZipEntry): AsyncIterable<Buffer>
  text(entry: ZipEntry): Promise<string>
  close(): void
}

const endSignature = 0x06054b50
const end64LocatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const chunkSize = 512 * 1024

/** A small part (workbook, styles) larger than this is no workbook a person made. */
const textLimit = 256 * 1024 * 1024

export function openZip(path: string): Zip {
  const file = openSync(path, 'r')
  try {
    const entries = directoryOf(file, fstatSync(file).size)
    return {
      entries,
      stream: (entry) => inflated(path, file, entry),
      text: async (entry) => {
        if (entry.size > textLimit) throw new DamagedFile(`${entry.name} is too large`)
        const chunks: Buffer[] = []
        for await (const chunk of inflated(path, file, entry)) chunks.push(chunk)
        return decodeXml(Buffer.concat(chunks))
      },
      close: () => closeSync(file),
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

async function* inflated(path: string, file: number, entry: ZipEntry): AsyncIterable<Buffer> {
  const header = bytesAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== localSignature) throw new DamagedFile(`${entry.name}: no local header`)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.compressedSize === 0) return
  const source = createReadStream(path, { start, end: start + entry.compressedSize - 1, highWaterMark: chunkSize })
  const chunks = entry.method === 0 ? source : pipeline(source, createInflateRaw({ chunkSize }), () => {})
  let sum = 0
  let size = 0
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) throw new DamagedFile(`${entry.name}: not bytes`)
    sum = crc32(chunk, sum)
    size += chunk.length
    // The directory says how large the part is; a part that grows beyond it is made to fill the memory.
    if (size > entry.size) throw new DamagedFile(`${entry.name}: larger than stated`)
    yield chunk
  }
  if (size !== entry.size || sum !== entry.crc) throw new DamagedFile(`${entry.name}: checksum differs`)
}

function directoryOf(file: number, fileSize: number): Map<string, ZipEntry> {
  const { offset, size, count } = directoryPlace(file, fileSize)
  if (offset + size > fileSize) throw new DamagedFile('directory lies outside the file')
  const bytes = bytesAt(file, offset, size)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new DamagedFile('directory entry')
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const method = bytes.readUInt16LE(at + 10)
    const name = bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    const entry = widened(
      {
        name,
        method,
        crc: bytes.readUInt32LE(at + 16),
        compressedSize: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      },
      bytes.subarray(nameEnd, extraEnd),
    )
    if (method === 0 || method === 8) entries.set(name.toLowerCase(), entry)
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes beyond 4 GiB stand in an extra field, in this order, and only those that did not fit. */
function widened(entry: ZipEntry, extra: Buffer): ZipEntry {
  const none = 0xffffffff
  if (entry.size !== none && entry.compressedSize !== none && entry.offset !== none) return entry
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    const wide = (value: number): number => {
      if (value !== none) return value
      if (place + 8 > extra.length) throw new DamagedFile('zip64 field')
      place += 8
      return Number(extra.readBigUInt64LE(place - 8))
    }
    return { ...entry, size: wide(entry.size), compressedSize: wide(entry.compressedSize), offset: wide(entry.offset) }
  }
  return entry
}

function directoryPlace(file: number, fileSize: number): { offset: number; size: number; count: number } {
  const tailSize = Math.min(fileSize, 65_557)
  if (tailSize < 22) throw new DamagedFile('no archive')
  const tailStart = fileSize - tailSize
  const tail = bytesAt(file, tailStart, tailSize)
  for (let at = tailSize - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    const place = { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
    const isWide = place.count === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff
    return isWide ? wideDirectoryPlace(file, tailStart + at) : place
  }
  throw new DamagedFile('no end of directory')
}

function wideDirectoryPlace(file: number, end: number): { offset: number; size: number; count: number } {
  const locator = bytesAt(file, end - 20, 20)
  if (locator.readUInt32LE(0) !== end64LocatorSignature) throw new DamagedFile('zip64 locator')
  const record = bytesAt(file, Number(locator.readBigUInt64LE(8)), 56)
  if (record.readUInt32LE(0) !== end64Signature) throw new DamagedFile('zip64 record')
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

function bytesAt(file: number, position: number, length: number): Buffer {
  if (position < 0 || length > textLimit) throw new DamagedFile('place outside the file')
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, position) !== length) throw new DamagedFile('file ends early')
  return bytes
}

/** Small parts are UTF-8 nearly always; the standard allows UTF-16 with a mark. */
function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
