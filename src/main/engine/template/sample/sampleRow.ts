import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { BookTableRole } from '#shared/model/roles/bookRoles.ts'

/** A cell by codes: an option by its code, a member by its place in the list of sample members. */
export type SampleValue = string | number | { code: string } | { member: number }

export type SampleRow = {
  cells: Partial<Record<ColumnRole, SampleValue>>
  /** Rows of the linked tables by their place in the sample, or by id where they stand in the base already. */
  links: { role: ColumnRole; row: number; isId?: true }[]
  /** When and by which member it was entered; local time to the second. */
  at: string
  by: number
}

/** Sample rows by table, linked rows before those that link to them. */
export type SampleBook = { members: readonly string[]; rows: Record<BookTableRole, SampleRow[]> }

/** Rows of some tables, linked ones before those that link to them by place. */
export type SampleRows = Partial<Record<TableRole, SampleRow[]>>
