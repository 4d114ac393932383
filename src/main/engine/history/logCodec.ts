import { inflateRawSync } from 'node:zlib'
import { newChange, type AddedRows, type Change, type SchemaChange } from '#shared/change/change.ts'
import { changedCellsSchema, changeSchema } from '#shared/change/changeSchema.ts'
import { invert } from '#shared/change/invert.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { parseJson } from '#shared/lib/parseJson.ts'
import { blocksOf, encodePart, idsOfBlock, partsOf, readBlock, rowsOfBlock, type Block, type Part } from './codec/blocks.ts'

/**
 * A change as the log stores it; its first byte says in which form. Small ones are JSON. Large ones stand part by
 * part (`codec/`), columns of values together, so that a million rows are read without being held all at once.
 * `packed` are parts that were encoded while the change was made. Added rows go without their values, which the
 * base itself holds.
 */
export function encodeChange(change: Change, packed: readonly Uint8Array[] = []): Uint8Array {
  if (packed.length === 0 && sizeOf(change) < smallChange) {
    const json = Buffer.from(JSON.stringify({ ...change, added: change.added.map(withoutValues) }))
    if (json.length < longJson) return Buffer.concat([plain, json])
  }
  return Buffer.concat([byParts, ...partsOf(change).map(encodePart), ...packed])
}

export function decodeChange(bytes: Uint8Array): Change {
  return bytes[0] === byParts[0] ? gather(blocksOf(bytes.subarray(1))) : decodeJson(bytes)
}

/**
 * The inverse of a change, piece by piece in the order in which to apply them: what was removed or updated comes
 * back in portions, each read when it is its turn.
 */
export function* inverseOf(bytes: Uint8Array): Generator<Partial<Change>> {
  if (bytes[0] !== byParts[0]) {
    yield invert(decodeJson(bytes))
    return
  }
  const blocks = blocksOf(bytes.subarray(1))
  const isLarge = ({ kind }: Block): boolean => kind === 'removed' || kind === 'updated'
  const { schema, removed, unlinked, restamped, linked, reordered, locked, kept } = invert(gather(blocks.filter((block) => !isLarge(block))))
  yield { schema: schema.filter((item) => item.to !== null), unlinked, removed }
  for (const kind of ['removed', 'updated'] as const) {
    for (const block of blocks.toReversed()) if (block.kind === kind) yield invert(gather([block]))
  }
  yield { restamped, linked, reordered, locked, kept, schema: schema.filter((item) => item.to === null) }
}

export type CellsOfRow = { cells: { columnId: number; from: CellValue; to: CellValue }[]; isAdded: boolean; isRemoved: boolean }

/** What a change did to one row. */
export function cellsOfRow(bytes: Uint8Array, tableId: number, rowId: number): CellsOfRow {
  const of: CellsOfRow = { cells: [], isAdded: false, isRemoved: false }
  const holds = (rows: { tableId: number; ids: readonly number[] }): boolean => rows.tableId === tableId && rows.ids.includes(rowId)
  const look = (change: Pick<Change, 'added' | 'updated' | 'removed'>): void => {
    of.isAdded ||= change.added.some(holds)
    of.isRemoved ||= change.removed.some(holds)
    for (const update of change.updated.filter(holds)) {
      const at = update.ids.indexOf(rowId)
      of.cells.push({ columnId: update.columnId, from: update.from[at] ?? null, to: update.to[at] ?? null })
    }
  }
  if (bytes[0] !== byParts[0]) look(decodeJson(bytes))
  else for (const block of blocksOf(bytes.subarray(1)).filter(({ kind }) => ofRows.has(kind))) look(gather([block]))
  return of
}

const ofRows: ReadonlySet<Block['kind']> = new Set(['added', 'updated', 'removed'])

export type CellsOfColumn = { added: number[]; updated: { ids: readonly number[]; from: readonly CellValue[]; to: readonly CellValue[] }[] }

/** What a change did to one column: which rows of its table came, and which cells changed. */
export function cellsOfColumn(bytes: Uint8Array, tableId: number, columnId: number): CellsOfColumn {
  const of: CellsOfColumn = { added: [], updated: [] }
  const look = (change: Pick<Change, 'updated'> & { added: readonly Pick<AddedRows, 'tableId' | 'ids'>[] }): void => {
    for (const rows of change.added) if (rows.tableId === tableId) for (const id of rows.ids) of.added.push(id)
    of.updated.push(...change.updated.filter((cells) => cells.tableId === tableId && cells.columnId === columnId))
  }
  if (bytes[0] !== byParts[0]) look(changedCellsSchema.parse(jsonOf(bytes)))
  else for (const block of blocksOf(bytes.subarray(1)).filter(({ kind }) => kind === 'added' || kind === 'updated')) look(gather([block]))
  return of
}

/** What a change did to links, without the rest of it. */
export function linksIn(bytes: Uint8Array): Pick<Change, 'linked' | 'unlinked' | 'reordered'> {
  if (bytes[0] !== byParts[0]) return decodeJson(bytes)
  return gather(blocksOf(bytes.subarray(1)).filter(({ kind }) => ofLinks.has(kind)))
}

const ofLinks: ReadonlySet<Block['kind']> = new Set(['linked', 'unlinked', 'reordered'])

/** The described things a change made, changed or took away. */
export function schemaOf(bytes: Uint8Array): SchemaChange[] {
  if (bytes[0] !== byParts[0]) return decodeJson(bytes).schema
  return gather(blocksOf(bytes.subarray(1)).filter(({ kind }) => kind === 'schema')).schema
}

/** Removed rows by their ids; what they held is read when it is asked for. */
export type RemovedRows = { tableId: number; ids: number[]; read: () => AddedRows }

export function removedOf(bytes: Uint8Array): RemovedRows[] {
  if (bytes[0] !== byParts[0]) return decodeJson(bytes).removed.map((rows) => ({ tableId: rows.tableId, ids: rows.ids, read: () => rows }))
  return blocksOf(bytes.subarray(1))
    .filter(({ kind }) => kind === 'removed')
    .map((block) => ({ ...idsOfBlock(block), read: () => rowsOfBlock(block) }))
}

/** The change without what its removed rows held: enough to tell what happened, and not to take it back. */
export function withoutRemovedValues(bytes: Uint8Array): Uint8Array {
  const change = decodeChange(bytes)
  return encodeChange({ ...change, removed: change.removed.map(withoutValues) })
}

const plain = Buffer.from([0])
/** Written by the first versions only: JSON with ids as runs, deflated. */
const deflated = Buffer.from([1])
const byParts = Buffer.from([2])

/** Of more ids than this JSON is not tried. */
const smallChange = 100
const longJson = 2048

function sizeOf(change: Change): number {
  const ids = [...change.added, ...change.updated, ...change.restamped, ...change.removed, ...change.locked, ...change.kept].map(
    (part) => part.ids.length,
  )
  return [...ids, ...[...change.linked, ...change.unlinked, ...change.reordered].map(({ a }) => a.length)].reduce((sum, size) => sum + size, 0)
}

function withoutValues(rows: AddedRows): AddedRows {
  return { tableId: rows.tableId, ids: rows.ids, uids: [], columns: [] }
}

function gather(blocks: readonly Block[]): Change {
  const change: Change = newChange()
  for (const block of blocks) addPart(change, readBlock(block))
  return change
}

function addPart(change: Change, part: Part): void {
  switch (part.kind) {
    case 'schema':
      change.schema.push(...part.schema)
      return
    case 'added':
    case 'removed':
      change[part.kind].push(part.rows)
      return
    case 'updated':
      change.updated.push(part.cells)
      return
    case 'restamped':
      change.restamped.push(part.rows)
      return
    case 'linked':
    case 'unlinked':
      change[part.kind].push(part.pairs)
      return
    case 'reordered':
      change.reordered.push(part.pairs)
      return
    case 'kept':
      change.kept.push(part.rows)
      return
    case 'locked':
      change.locked.push(part.rows)
      return
    default:
      return assertNever(part)
  }
}

const decodeJson = (bytes: Uint8Array): Change => changeSchema.parse(jsonOf(bytes))

function jsonOf(bytes: Uint8Array): unknown {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.byteLength - 1)
  const json = bytes[0] === deflated[0] ? inflateRawSync(body) : body
  const text = json.toString('utf8')
  // A look at every value costs five times the parsing itself.
  return text.includes('"runs"') ? parseJson(text, idsOfRuns) : parseJson(text)
}

type Runs = { runs: number[] }

/** `{ runs: [5,3,9,1] }` stands for `[5,6,7,9]` in files of the first versions. */
function idsOfRuns(key: string, value: unknown): unknown {
  if (key !== 'ids' || !isRuns(value)) return value
  const ids: number[] = []
  for (let index = 0; index < value.runs.length; index += 2) {
    const start = value.runs[index] ?? 0
    const count = value.runs[index + 1] ?? 0
    for (let offset = 0; offset < count; offset += 1) ids.push(start + offset)
  }
  return ids
}

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((item) => typeof item === 'number')

const isRuns = (value: unknown): value is Runs => typeof value === 'object' && value !== null && 'runs' in value && isNumbers(value.runs)
