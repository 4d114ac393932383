import { z } from 'zod'
import type { AddedRows, LinkPairs, Place, ReorderedPairs, RestampedRows, RowStamps, UpdatedCells } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import { readCells, writeCells } from './cells.ts'
import { readIds, writeIds } from './ids.ts'

/** Rows that went, with all they held. */
export function writeRows(to: ByteWriter, rows: AddedRows): void {
  to.whole(rows.tableId)
  writeIds(to, rows.ids)
  to.bytes(Buffer.from(rows.uids.join(''), 'hex'))
  const stamps = rows.stamps === undefined ? [] : [rows.stamps.createdAt, rows.stamps.createdBy, rows.stamps.updatedAt, rows.stamps.updatedBy]
  to.byte(stamps.length)
  for (const cells of stamps) writeCells(to, cells)
  to.whole(rows.columns.length)
  for (const column of rows.columns) {
    to.whole(column.columnId)
    writeCells(to, column.values)
  }
}

export function readRows(from: ByteReader): AddedRows {
  const tableId = from.whole()
  const ids = readIds(from)
  const uids = uidsOf(from.bytes())
  const hasStamps = from.byte() > 0
  const stamps = hasStamps ? readStamps(from, ids.length) : null
  const columns = Array.from({ length: from.whole() }, () => ({ columnId: from.whole(), values: readCells(from, ids.length) }))
  return { tableId, ids, uids, columns, ...(stamps === null ? {} : { stamps }) }
}

export function writeUpdate(to: ByteWriter, cells: UpdatedCells): void {
  to.whole(cells.tableId)
  to.whole(cells.columnId)
  writeIds(to, cells.ids)
  writeCells(to, cells.from)
  writeCells(to, cells.to)
}

export function readUpdate(from: ByteReader): UpdatedCells {
  const tableId = from.whole()
  const columnId = from.whole()
  const ids = readIds(from)
  return { tableId, columnId, ids, from: readCells(from, ids.length), to: readCells(from, ids.length) }
}

export function writeRestamp(to: ByteWriter, rows: RestampedRows): void {
  to.whole(rows.tableId)
  writeIds(to, rows.ids)
  for (const cells of [rows.from.at, rows.from.by, rows.to.at, rows.to.by]) writeCells(to, cells)
}

export function readRestamp(from: ByteReader): RestampedRows {
  const tableId = from.whole()
  const ids = readIds(from)
  const stamp = (): RestampedRows['from'] => ({ at: times(readCells(from, ids.length)), by: members(readCells(from, ids.length)) })
  return { tableId, ids, from: stamp(), to: stamp() }
}

export function writePairs(to: ByteWriter, pairs: LinkPairs): void {
  to.whole(pairs.linkId)
  writeIds(to, pairs.a)
  writeIds(to, pairs.b)
  if (pairs.places === undefined) return
  writeCells(to, pairs.places.a)
  writeCells(to, pairs.places.b)
}

/** Pairs without places end early, as all did before there were any. */
export function readPairs(from: ByteReader): LinkPairs {
  const pairs = { linkId: from.whole(), a: readIds(from), b: readIds(from) }
  const places = (): Place[] => readPlaces(from, pairs.a.length)
  return from.isAtEnd() ? pairs : { ...pairs, places: { a: places(), b: places() } }
}

export function writeReorder(to: ByteWriter, pairs: ReorderedPairs): void {
  to.whole(pairs.linkId)
  to.byte(pairs.side === 'a' ? 0 : 1)
  writeIds(to, pairs.a)
  writeIds(to, pairs.b)
  writeCells(to, pairs.from)
  writeCells(to, pairs.to)
}

export function readReorder(from: ByteReader): ReorderedPairs {
  const linkId = from.whole()
  const side = from.byte() === 0 ? 'a' : 'b'
  const a = readIds(from)
  return { linkId, side, a, b: readIds(from), from: readPlaces(from, a.length), to: readPlaces(from, a.length) }
}

function readStamps(from: ByteReader, count: number): RowStamps {
  const cells = (): CellValue[] => readCells(from, count)
  return { createdAt: times(cells()), createdBy: members(cells()), updatedAt: times(cells()), updatedBy: members(cells()) }
}

function uidsOf(bytes: Buffer): string[] {
  const hex = bytes.toString('hex')
  return Array.from({ length: bytes.length / 16 }, (_, index) => hex.slice(index * 32, index * 32 + 32))
}

const times = (cells: CellValue[]): string[] => z.array(z.string()).parse(cells)
const readPlaces = (from: ByteReader, count: number): Place[] => z.array(z.number().nullable()).parse(readCells(from, count))
const members = (cells: CellValue[]): (number | null)[] => z.array(z.number().nullable()).parse(cells)
