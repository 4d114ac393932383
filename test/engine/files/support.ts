import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { Engine } from '#main/engine/index.ts'
import { writeFiles, type StoredFile } from '#shared/model/file.ts'
import { valueOf } from '../support/valueOf.ts'

/** A table with a column of files, one of pictures, one of long text, and one row. */
export async function fileTable(engine: Engine) {
  const table = valueOf(await engine.run('tables.create', { name: '合同' }))
  const column = async (name: string, type: 'text' | 'file' | 'image' | 'longText') =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings: {} }))
  const name = await column('名称', 'text')
  const files = await column('附件', 'file')
  const pictures = await column('照片', 'image')
  const notes = await column('备注', 'longText')
  const [rowId = 0] = valueOf(
    await engine.run('rows.insert', { tableId: table.id, rows: [{ cells: [{ columnId: name.id, value: '华东精密' }] }] }),
  ).ids
  const set = async (columnId: number, value: string | null) =>
    engine.run('rows.update', { tableId: table.id, rows: [{ id: rowId, cells: [{ columnId, value }] }] })
  const put = async (columnId: number, stored: readonly StoredFile[]) => valueOf(await set(columnId, writeFiles(stored)))
  const cell = async (columnId: number) => valueOf(await engine.run('rows.get', { tableId: table.id, rowId })).cells[columnId] ?? null
  return { table, name, files, pictures, notes, rowId, set, put, cell }
}

/** Bytes taken in without a file of the disk. */
export async function store(engine: Engine, name: string, bytes: Uint8Array): Promise<StoredFile> {
  const [file] = valueOf(await engine.run('files.store', { pasted: [{ name, bytes }] }))
  if (file === undefined) throw new Error('nothing was stored')
  return file
}

/** A picture of one colour, whole and valid. */
export function png(width = 4, height = 3, color: readonly [number, number, number] = [178, 58, 46]): Buffer {
  const lines = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) for (let part = 0; part < 3; part += 1) lines[y * (width * 3 + 1) + 1 + x * 3 + part] = color[part] ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** A file of noise, the same each time, which no compression makes smaller. */
export function largeFile(path: string, megabytes: number): string {
  writeFileSync(path, '')
  for (let part = 0; part < megabytes; part += 1) writeFileSync(path, noise(part), { flag: 'a' })
  return path
}

const noise = (part: number): Buffer =>
  createHash('shake256', { outputLength: 1024 * 1024 })
    .update(`part ${part}`)
    .digest()
