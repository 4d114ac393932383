import type { CellValue } from '../model/cell.ts'
import type { AddedRows, Change, LinkPairs, RestampedRows, SchemaChange, UpdatedCells } from './change.ts'

/**
 * One change with the effect of several in a row: a cell keeps its first `from` and its last `to`, what came and went
 * again is left out, and edits of a new row become part of it.
 */
export function squash(changes: readonly Change[]): Change {
  const net: Net = { schema: new Map(), added: new Map(), removed: new Map(), cells: new Map(), stamps: new Map(), links: new Map() }
  for (const change of changes) {
    for (const pairs of change.unlinked) countPairs(net, pairs, -1)
    for (const rows of change.removed) removeRows(net, rows)
    for (const rows of change.added) addRows(net, rows)
    for (const cells of change.updated) updateCells(net, cells)
    for (const rows of change.restamped) restampRows(net, rows)
    for (const pairs of change.linked) countPairs(net, pairs, 1)
    for (const item of change.schema) changeSchema(net, item)
  }
  return {
    schema: [...net.schema.values()].filter((item) => item.from !== null || item.to !== null),
    added: [...net.added].flatMap(([tableId, rows]) => rowsOf(tableId, rows)),
    updated: [...net.cells.values()].flatMap(changedCells),
    restamped: [...net.stamps].flatMap(([tableId, rows]) => restampsOf(tableId, rows)),
    removed: [...net.removed].flatMap(([tableId, rows]) => rowsOf(tableId, rows)),
    linked: pairsOf(net, 1),
    unlinked: pairsOf(net, -1),
  }
}

type Stamp = { at: string; by: number | null }
type RowStamp = { created: Stamp; updated: Stamp }
type Row = { uid: string | undefined; values: Map<number, CellValue>; stamp: RowStamp | null }
type Step<Value> = { from: Value; to: Value }
type NetCells = { tableId: number; columnId: number; rows: Map<number, Step<CellValue>> }

/** Everything by its ids; rows by table, cells by table and column, pairs by link. */
type Net = {
  schema: Map<string, SchemaChange>
  added: Map<number, Map<number, Row>>
  removed: Map<number, Map<number, Row>>
  cells: Map<string, NetCells>
  stamps: Map<number, Map<number, Step<Stamp>>>
  links: Map<number, Map<string, { a: number; b: number; count: number }>>
}

function changeSchema(net: Net, item: SchemaChange): void {
  const key = `${item.kind} ${item.id}`
  const earlier = net.schema.get(key)
  net.schema.set(key, earlier === undefined ? item : between(earlier, item))
}

/** From what the first found to what the last left; both are of one kind. */
function between(first: SchemaChange, last: SchemaChange): SchemaChange {
  switch (last.kind) {
    case 'table':
      return first.kind === 'table' ? { ...last, from: first.from } : last
    case 'column':
      return first.kind === 'column' ? { ...last, from: first.from } : last
    case 'view':
      return first.kind === 'view' ? { ...last, from: first.from } : last
    case 'scheme':
      return first.kind === 'scheme' ? { ...last, from: first.from } : last
    case 'member':
      return first.kind === 'member' ? { ...last, from: first.from } : last
  }
}

function addRows(net: Net, rows: AddedRows): void {
  const table = within(net.added, rows.tableId)
  rows.ids.forEach((id, index) => table.set(id, rowAt(rows, index)))
}

function removeRows(net: Net, rows: AddedRows): void {
  const added = within(net.added, rows.tableId)
  const removed = within(net.removed, rows.tableId)
  const cells = [...net.cells.values()].filter((column) => column.tableId === rows.tableId)
  const stamps = within(net.stamps, rows.tableId)
  rows.ids.forEach((id, index) => {
    if (added.delete(id)) return
    // The row as the first change found it.
    const row = rowAt(rows, index)
    for (const column of cells) {
      const step = column.rows.get(id)
      if (step !== undefined) row.values.set(column.columnId, step.from)
      column.rows.delete(id)
    }
    const restamp = stamps.get(id)
    if (restamp !== undefined && row.stamp !== null) row.stamp = { ...row.stamp, updated: restamp.from }
    stamps.delete(id)
    removed.set(id, row)
  })
}

function updateCells(net: Net, { tableId, columnId, ids, from, to }: UpdatedCells): void {
  const key = `${tableId} ${columnId}`
  const column: NetCells = net.cells.get(key) ?? { tableId, columnId, rows: new Map() }
  net.cells.set(key, column)
  const added = within(net.added, tableId)
  ids.forEach((id, index) => {
    const row = added.get(id)
    if (row !== undefined) row.values.set(columnId, to[index] ?? null)
    else column.rows.set(id, { from: (column.rows.get(id) ?? { from: from[index] }).from ?? null, to: to[index] ?? null })
  })
}

function restampRows(net: Net, { tableId, ids, from, to }: RestampedRows): void {
  const added = within(net.added, tableId)
  const stamps = within(net.stamps, tableId)
  ids.forEach((id, index) => {
    const updated = { at: to.at[index] ?? '', by: to.by[index] ?? null }
    const row = added.get(id)
    if (row === undefined) stamps.set(id, { from: stamps.get(id)?.from ?? { at: from.at[index] ?? '', by: from.by[index] ?? null }, to: updated })
    else if (row.stamp !== null) row.stamp = { ...row.stamp, updated }
  })
}

function countPairs(net: Net, pairs: LinkPairs, by: 1 | -1): void {
  const counts = within(net.links, pairs.linkId)
  pairs.a.forEach((a, index) => {
    const b = pairs.b[index]
    if (b === undefined) return
    const key = `${a} ${b}`
    counts.set(key, { a, b, count: (counts.get(key)?.count ?? 0) + by })
  })
}

function rowAt(rows: AddedRows, index: number): Row {
  const { stamps } = rows
  return {
    uid: rows.uids[index],
    values: new Map(rows.columns.map(({ columnId, values }) => [columnId, values[index] ?? null])),
    stamp:
      stamps === undefined
        ? null
        : {
            created: { at: stamps.createdAt[index] ?? '', by: stamps.createdBy[index] ?? null },
            updated: { at: stamps.updatedAt[index] ?? '', by: stamps.updatedBy[index] ?? null },
          },
  }
}

/** Rows with stamps of their own and rows without stand in parts of their own. */
function rowsOf(tableId: number, rows: ReadonlyMap<number, Row>): AddedRows[] {
  const entries = [...rows]
  return [entries.filter(([, row]) => row.stamp === null), entries.filter(([, row]) => row.stamp !== null)]
    .filter((part) => part.length > 0)
    .map((part) => {
      const columnIds = new Set(part.flatMap(([, row]) => [...row.values.keys()]))
      const stamps = part.flatMap(([, row]) => row.stamp ?? [])
      return {
        tableId,
        ids: part.map(([id]) => id),
        uids: part.flatMap(([, row]) => row.uid ?? []),
        columns: [...columnIds].map((columnId) => ({ columnId, values: part.map(([, row]) => row.values.get(columnId) ?? null) })),
        ...(stamps.length === 0
          ? {}
          : {
              stamps: {
                createdAt: stamps.map((stamp) => stamp.created.at),
                createdBy: stamps.map((stamp) => stamp.created.by),
                updatedAt: stamps.map((stamp) => stamp.updated.at),
                updatedBy: stamps.map((stamp) => stamp.updated.by),
              },
            }),
      }
    })
}

function changedCells({ tableId, columnId, rows }: NetCells): UpdatedCells[] {
  const steps = [...rows].filter(([, step]) => step.from !== step.to)
  if (steps.length === 0) return []
  return [{ tableId, columnId, ids: steps.map(([id]) => id), from: steps.map(([, step]) => step.from), to: steps.map(([, step]) => step.to) }]
}

function restampsOf(tableId: number, rows: ReadonlyMap<number, Step<Stamp>>): RestampedRows[] {
  if (rows.size === 0) return []
  const stamps = [...rows.values()]
  const side = (name: 'from' | 'to') => ({ at: stamps.map((step) => step[name].at), by: stamps.map((step) => step[name].by) })
  return [{ tableId, ids: [...rows.keys()], from: side('from'), to: side('to') }]
}

function pairsOf(net: Net, sign: 1 | -1): LinkPairs[] {
  return [...net.links].flatMap(([linkId, counts]) => {
    const pairs = [...counts.values()].filter((pair) => Math.sign(pair.count) === sign)
    return pairs.length === 0 ? [] : [{ linkId, a: pairs.map((pair) => pair.a), b: pairs.map((pair) => pair.b) }]
  })
}

function within<Inner, Value>(map: Map<number, Map<Inner, Value>>, key: number): Map<Inner, Value> {
  const inner = map.get(key) ?? new Map<Inner, Value>()
  map.set(key, inner)
  return inner
}
