import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type {
  AddedRows,
  Change,
  KeptRows,
  LinkPairs,
  LockedRows,
  ReorderedPairs,
  RestampedRows,
  SchemaChange,
  UpdatedCells,
} from '#shared/change/change.ts'
import { keptRowsSchema, lockedRowsSchema, schemaChangesSchema } from '#shared/change/changeSchema.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { parseJson } from '#shared/lib/parseJson.ts'
import { byteReader, byteWriter, type ByteWriter } from './bytes.ts'
import { readIds, writeIds } from './ids.ts'
import { readPairs, readReorder, readRestamp, readRows, readUpdate, writePairs, writeReorder, writeRestamp, writeRows, writeUpdate } from './parts.ts'

/** One part of a change: a log entry is a row of these, and any of them can be read without the others. */
export type Part =
  | { kind: 'schema'; schema: SchemaChange[] }
  | { kind: 'added'; rows: AddedRows }
  | { kind: 'updated'; cells: UpdatedCells }
  | { kind: 'restamped'; rows: RestampedRows }
  | { kind: 'removed'; rows: AddedRows }
  | { kind: 'linked' | 'unlinked'; pairs: LinkPairs }
  | { kind: 'reordered'; pairs: ReorderedPairs }
  | { kind: 'locked'; rows: LockedRows }
  | { kind: 'kept'; rows: KeptRows }

/** The place of a kind is its number in the file: append, never insert. */
const kinds = [
  'schema',
  'added',
  'updated',
  'restamped',
  'removed',
  'linked',
  'unlinked',
  'reordered',
  'locked',
  'kept',
] as const satisfies Part['kind'][]

/** A part as the log holds it: its kind, its length, and its bytes, deflated. */
export function encodePart(part: Part): Uint8Array {
  const body = byteWriter()
  writePart(body, part)
  const block = byteWriter()
  block.byte(kinds.indexOf(part.kind))
  block.bytes(deflateRawSync(body.taken(), { level: 1 }))
  return block.taken()
}

/** A part still packed. */
export type Block = { kind: Part['kind']; packed: Uint8Array }

export function blocksOf(bytes: Uint8Array): Block[] {
  const blocks: Block[] = []
  for (const from = byteReader(bytes); !from.isAtEnd();) {
    const kind = kinds[from.byte()]
    if (kind === undefined) throw new RangeError('unknown part of a change')
    blocks.push({ kind, packed: from.bytes() })
  }
  return blocks
}

export function readBlock({ kind, packed }: Block): Part {
  const body = inflateRawSync(packed)
  const from = byteReader(body)
  switch (kind) {
    case 'schema':
      return { kind, schema: schemaChangesSchema.parse(parseJson(body.toString('utf8'))) }
    case 'added':
      return { kind, rows: { tableId: from.whole(), ids: readIds(from), uids: [], columns: [] } }
    case 'removed':
      return { kind, rows: readRows(from) }
    case 'updated':
      return { kind, cells: readUpdate(from) }
    case 'restamped':
      return { kind, rows: readRestamp(from) }
    case 'linked':
    case 'unlinked':
      return { kind, pairs: readPairs(from) }
    case 'reordered':
      return { kind, pairs: readReorder(from) }
    case 'kept':
      return { kind, rows: keptRowsSchema.parse(parseJson(body.toString('utf8'))) }
    case 'locked':
      return { kind, rows: lockedRowsSchema.parse(parseJson(body.toString('utf8'))) }
    default:
      return assertNever(kind)
  }
}

/** The rows of a part that removed or added some, without the rest of it. */
export function idsOfBlock({ packed }: Block): { tableId: number; ids: number[] } {
  const from = byteReader(inflateRawSync(packed))
  return { tableId: from.whole(), ids: readIds(from) }
}

export const rowsOfBlock = ({ packed }: Block): AddedRows => readRows(byteReader(inflateRawSync(packed)))

/** The parts of a change in the order of their kinds. */
export function partsOf(change: Change): Part[] {
  return [
    ...(change.schema.length === 0 ? [] : [{ kind: 'schema' as const, schema: change.schema }]),
    ...change.added.map((rows) => ({ kind: 'added' as const, rows })),
    ...change.updated.map((cells) => ({ kind: 'updated' as const, cells })),
    ...change.restamped.map((rows) => ({ kind: 'restamped' as const, rows })),
    ...change.removed.map((rows) => ({ kind: 'removed' as const, rows })),
    ...change.linked.map((pairs) => ({ kind: 'linked' as const, pairs })),
    ...change.unlinked.map((pairs) => ({ kind: 'unlinked' as const, pairs })),
    ...change.reordered.map((pairs) => ({ kind: 'reordered' as const, pairs })),
    ...change.locked.map((rows) => ({ kind: 'locked' as const, rows })),
    ...change.kept.map((rows) => ({ kind: 'kept' as const, rows })),
  ]
}

function writePart(to: ByteWriter, part: Part): void {
  switch (part.kind) {
    case 'schema':
      return to.raw(Buffer.from(JSON.stringify(part.schema)))
    case 'added':
      // Their values are in the base.
      to.whole(part.rows.tableId)
      return writeIds(to, part.rows.ids)
    case 'removed':
      return writeRows(to, part.rows)
    case 'updated':
      return writeUpdate(to, part.cells)
    case 'restamped':
      return writeRestamp(to, part.rows)
    case 'linked':
    case 'unlinked':
      return writePairs(to, part.pairs)
    case 'reordered':
      return writeReorder(to, part.pairs)
    case 'kept':
    case 'locked':
      return to.raw(Buffer.from(JSON.stringify(part.rows)))
    default:
      return assertNever(part)
  }
}
