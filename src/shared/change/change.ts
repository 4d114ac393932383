import type { CellValue } from '../model/cell.ts'
import type { ClassLock } from '../model/classLock.ts'
import type { Column } from '../model/column.ts'
import type { KeptClass } from '../model/keptClass.ts'
import type { Member } from '../model/member.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Table } from '../model/table.ts'
import type { View } from '../model/view.ts'

/**
 * Rows that came into being, or that went. Values by column, each array as long as `ids`.
 * The log keeps no values of added rows (the base holds them); removing rows captures them again.
 */
export type AddedRows = {
  tableId: number
  ids: number[]
  uids: string[]
  columns: { columnId: number; values: CellValue[] }[]
  /** System values of rows that come back; absent for rows that are new. */
  stamps?: RowStamps
}
export type RowStamps = { createdAt: string[]; createdBy: (number | null)[]; updatedAt: string[]; updatedBy: (number | null)[] }

/** Cells of one column that changed; `from` and `to` as long as `ids`. */
export type UpdatedCells = { tableId: number; columnId: number; ids: number[]; from: CellValue[]; to: CellValue[] }

/** When and by whom rows were last changed, before and after. */
export type RestampedRows = {
  tableId: number
  ids: number[]
  from: { at: string[]; by: (number | null)[] }
  to: { at: string[]; by: (number | null)[] }
}

/**
 * Where a linked row stands among those of its row: first those without a place, in the order they were made in, then
 * the others by their places. So rows nobody put in order need no places, and putting one row's in order is no matter of others.
 */
export type Place = number | null

/**
 * Pairs of a link, as rows of the table at side a and at side b, index by index. Without `places`, pairs that are made
 * come last at both ends; in the log it says that none of them has a place.
 */
export type LinkPairs = { linkId: number; a: number[]; b: number[]; places?: LinkPlaces }

/** Of each pair the place of b among the rows of a, and of a among those of b. */
export type LinkPlaces = { a: Place[]; b: Place[] }

/** Pairs that stand elsewhere than before among the rows of their row at one side. */
export type ReorderedPairs = { linkId: number; side: 'a' | 'b'; a: number[]; b: number[]; from: Place[]; to: Place[] }

/** Rows of a scheme that were given a class by hand, or given back to its rule; `from` and `to` as long as `ids`, null: no lock. */
export type LockedRows = { tableId: number; schemeId: number; ids: number[]; from: (ClassLock | null)[]; to: (ClassLock | null)[] }

/** Rows that keep another class between runs than before; `from` and `to` as long as `ids`, null: none. */
export type KeptRows = { tableId: number; schemeId: number; ids: number[]; from: (KeptClass | null)[]; to: (KeptClass | null)[] }

/** A described thing of the base that came, changed or went. Its data stays in the file until the trash is emptied. */
export type SchemaChange =
  | { kind: 'table'; id: number; from: Table | null; to: Table | null }
  | {
      kind: 'column'
      id: number
      from: Column | null
      to: Column | null
      /**
       * Of a column that changes its type: its cells change places with those kept under this column number,
       * so that taking the change back moves nothing but names.
       */
      keptAs?: number
    }
  | { kind: 'view'; id: number; from: View | null; to: View | null }
  | { kind: 'scheme'; id: number; from: Scheme | null; to: Scheme | null }
  | { kind: 'member'; id: number; from: Member | null; to: Member | null }

/** What a write did. Applying a change and then its inverse leaves the base as it was. */
export type Change = {
  schema: SchemaChange[]
  added: AddedRows[]
  updated: UpdatedCells[]
  restamped: RestampedRows[]
  removed: AddedRows[]
  linked: LinkPairs[]
  unlinked: LinkPairs[]
  reordered: ReorderedPairs[]
  locked: LockedRows[]
  kept: KeptRows[]
}

/** A change to which parts are added. */
export const newChange = (): Change => ({
  schema: [],
  added: [],
  updated: [],
  restamped: [],
  removed: [],
  linked: [],
  unlinked: [],
  reordered: [],
  locked: [],
  kept: [],
})

export const emptyChange: Change = newChange()
