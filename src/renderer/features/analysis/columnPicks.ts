import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Schema } from '../../client/schema.ts'

/** One column an analysis asks for: which fit, and which are taken first where they are there. */
export type Wanted = { fits: (shown: Column) => boolean; first: readonly ColumnRole[] }

/** A column for each that is wanted, all of one table. */
export type Picks = { tableId: number; columnIds: number[] }

/** What was chosen in each table, and which table was looked at last. */
export type KeptPicks = { tableId: number | null; byTable: Readonly<Record<number, number[]>> }

/** What was chosen last in the table looked at last; null where nothing was. */
export function keptPicks({ tableId, byTable }: KeptPicks): Picks | null {
  const columnIds = tableId === null ? undefined : byTable[tableId]
  return tableId === null || columnIds === undefined ? null : { tableId, columnIds }
}

/** Tables that have a column of its own for each that is wanted. */
export function tablesFor(schema: Schema, wanted: readonly Wanted[]): number[] {
  return schema.tables.flatMap(({ id }) => (picksIn(schema, id, wanted) === null ? [] : [id]))
}

/** The columns of a table that fit what is wanted. */
export function fitting(schema: Schema, tableId: number, { fits }: Wanted): Column[] {
  return schema.columnsOf(tableId).filter((column) => fits(schema.shown(column)))
}

/** What is shown at first: the preferred columns, else the first that fit; null where a table lacks one. */
export function picksIn(schema: Schema, tableId: number, wanted: readonly Wanted[]): Picks | null {
  const columnIds: number[] = []
  for (const want of wanted) {
    const free = fitting(schema, tableId, want).filter(({ id }) => !columnIds.includes(id))
    const preferred = want.first.flatMap((role) => free.find((column) => column.role === role) ?? [])
    const found = preferred[0] ?? free[0]
    if (found === undefined) return null
    columnIds.push(found.id)
  }
  return { tableId, columnIds }
}

/** What a person chose as far as it is still there, else what is shown at first; null where no table will do. */
export function picksNow(schema: Schema, wanted: readonly Wanted[], chosen: Picks | null): Picks | null {
  const tables = tablesFor(schema, wanted)
  const tableId = tables.find((id) => id === chosen?.tableId) ?? tables.find((id) => schema.table(id)?.role === 'customer') ?? tables[0]
  const first = tableId === undefined ? null : picksIn(schema, tableId, wanted)
  if (first === null || chosen === null || chosen.tableId !== tableId) return first
  const kept = wanted.map((want, place) => fitting(schema, first.tableId, want).find(({ id }) => id === chosen.columnIds[place])?.id)
  return kept.every((id) => id !== undefined) ? { tableId, columnIds: kept.flatMap((id) => id ?? []) } : first
}

const oneGroup: ReadonlySet<string> = new Set(['singleSelect', 'member', 'checkbox', 'createdBy', 'modifiedBy'])

/** A number with an amount: what may be added, averaged and drawn along an axis. */
export const isNumber = ({ type }: Column): boolean => type === 'number' || type === 'rating' || type === 'progress' || type === 'duration'
/** Puts each row into one group. */
export const isOneGroup = ({ type }: Column): boolean => oneGroup.has(type)
/** Marks rows by options. */
export const isSelect = ({ type }: Column): boolean => type === 'singleSelect' || type === 'multipleSelect'
/** What rows may be counted by. */
export const isCounted = (shown: Column): boolean => isSelect(shown) || isOneGroup(shown) || shown.type === 'members' || shown.type === 'address'
