import fc from 'fast-check'
import { emptyChange, type AddedRows, type Change, type Place } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'

type Row = { values: Map<number, CellValue>; updated: string }
/** A base as plain data: rows of one table, pairs of one link with their place among the rows of a. */
export type Base = { rows: Map<number, Row>; links: Map<string, Place> }

export const tableId = 1
const columnIds = [1, 2, 3]
const linkId = 1

/** The base after a change, applied in the engine's order. */
export function apply(base: Base, change: Change): Base {
  const rows = new Map([...base.rows].map(([id, row]) => [id, { values: new Map(row.values), updated: row.updated }]))
  const links = new Map(base.links)
  for (const pairs of change.unlinked) pairs.a.forEach((a, index) => links.delete(`${a} ${pairs.b[index]}`))
  for (const part of change.removed) for (const id of part.ids) rows.delete(id)
  for (const part of change.added) part.ids.forEach((id, index) => rows.set(id, rowAt(part, index)))
  for (const part of change.updated) part.ids.forEach((id, index) => rows.get(id)?.values.set(part.columnId, part.to[index] ?? null))
  for (const part of change.restamped) {
    part.ids.forEach((id, index) => {
      const row = rows.get(id)
      if (row !== undefined) row.updated = part.to.at[index] ?? ''
    })
  }
  for (const pairs of change.linked) pairs.a.forEach((a, index) => links.set(`${a} ${pairs.b[index]}`, pairs.places?.a[index] ?? null))
  for (const pairs of change.reordered) pairs.a.forEach((a, index) => links.set(`${a} ${pairs.b[index]}`, pairs.to[index] ?? null))
  return { rows, links }
}

/** The base as something to compare. */
export const content = (base: Base) => ({
  rows: [...base.rows]
    .map(([id, row]) => [id, columnIds.map((column) => row.values.get(column) ?? null), row.updated])
    .toSorted(([a], [b]) => Number(a) - Number(b)),
  links: [...base.links].toSorted(([one], [other]) => (one < other ? -1 : 1)),
})

/** One thing a person does; it becomes a change against the base of that moment. */
type Deed =
  | { kind: 'add'; id: number; value: CellValue }
  | { kind: 'remove'; id: number }
  | { kind: 'edit'; id: number; columnId: number; value: CellValue }
  | { kind: 'toggleLink'; a: number; b: number; place: Place }
  | { kind: 'place'; a: number; b: number; place: Place }

const id = fc.integer({ min: 1, max: 5 })
const place = fc.constantFrom(null, 1, 2)
const value = fc.constantFrom(null, 1, 'x', 'y')
export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('add' as const), id, value }),
    fc.record({ kind: fc.constant('remove' as const), id }),
    fc.record({ kind: fc.constant('edit' as const), id, columnId: fc.constantFrom(...columnIds), value }),
    fc.record({ kind: fc.constant('toggleLink' as const), a: id, b: id, place }),
    fc.record({ kind: fc.constant('place' as const), a: id, b: id, place }),
  ),
  { maxLength: 12 },
)

/** The changes of these deeds in turn, and the base after them. */
export function run(base: Base, done: readonly Deed[]): { changes: Change[]; base: Base } {
  const changes: Change[] = []
  let now = base
  done.forEach((deed, index) => {
    const change = changeOf(now, deed, `t${index}`)
    if (change === null) return
    changes.push(change)
    now = apply(now, change)
  })
  return { changes, base: now }
}

function changeOf(base: Base, deed: Deed, at: string): Change | null {
  if (deed.kind === 'toggleLink') {
    const known = base.links.get(`${deed.a} ${deed.b}`)
    const pairs = [{ linkId, a: [deed.a], b: [deed.b], places: { a: [deed.place], b: [null] } }]
    if (known === undefined) return { ...emptyChange, linked: pairs }
    return { ...emptyChange, unlinked: [{ linkId, a: [deed.a], b: [deed.b], places: { a: [known], b: [null] } }] }
  }
  if (deed.kind === 'place') {
    const known = base.links.get(`${deed.a} ${deed.b}`)
    if (known === undefined) return null
    return { ...emptyChange, reordered: [{ linkId, side: 'a', a: [deed.a], b: [deed.b], from: [known], to: [deed.place] }] }
  }
  const row = base.rows.get(deed.id)
  switch (deed.kind) {
    case 'add':
      return row === undefined ? { ...emptyChange, added: [partOf(deed.id, { values: new Map([[1, deed.value]]), updated: at })] } : null
    case 'remove':
      return row === undefined ? null : { ...emptyChange, removed: [partOf(deed.id, row)] }
    case 'edit':
      return row === undefined
        ? null
        : {
            ...emptyChange,
            updated: [{ tableId, columnId: deed.columnId, ids: [deed.id], from: [row.values.get(deed.columnId) ?? null], to: [deed.value] }],
            restamped: [{ tableId, ids: [deed.id], from: { at: [row.updated], by: [null] }, to: { at: [at], by: [null] } }],
          }
  }
}

function partOf(rowId: number, row: Row): AddedRows {
  return {
    tableId,
    ids: [rowId],
    uids: [`u${rowId}`],
    columns: [...row.values].map(([columnId, cell]) => ({ columnId, values: [cell] })),
    stamps: { createdAt: ['t'], createdBy: [null], updatedAt: [row.updated], updatedBy: [null] },
  }
}

const rowAt = (part: AddedRows, index: number): Row => ({
  values: new Map(part.columns.map(({ columnId, values }) => [columnId, values[index] ?? null])),
  updated: part.stamps?.updatedAt[index] ?? '',
})
