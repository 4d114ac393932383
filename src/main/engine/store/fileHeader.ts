import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** "Kebu" in ASCII: marks our files among all SQLite files (PRAGMA application_id). */
export const applicationId = 0x4b656275

/** What the first 100 bytes of a file say (https://sqlite.org/fileformat.html, section 1.3). */
export type FileHeader = { kind: 'empty' } | { kind: 'foreign' } | { kind: 'truncated' } | { kind: 'base'; version: number }

export function readFileHeader(path: string): FileHeader {
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size
    if (size === 0) return { kind: 'empty' }
    const header = Buffer.alloc(100)
    const read = readSync(file, header, 0, 100, 0)
    if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'foreign' }
    if (header.readUInt32BE(68) !== applicationId) return { kind: 'foreign' }
    const rawPageSize = header.readUInt16BE(16)
    const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize
    if (header.readUInt32BE(28) * pageSize > size) return { kind: 'truncated' }
    return { kind: 'base', version: header.readUInt32BE(60) }
  } finally {
    closeSync(file)
  }
}
