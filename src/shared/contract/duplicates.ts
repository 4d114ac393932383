import { z } from 'zod'
import type { CellValue } from '../model/cell.ts'
import { filterSchema } from '../model/filter.ts'
import type { Table } from '../model/table.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()
const columnIds = z.array(id).min(1).max(8)

/** Rows that have the same in the columns asked about; an empty cell is the same as none. The oldest stands first. */
export type DuplicateGroup = {
  rowIds: number[]
  /** More than are named when there are very many. */
  count: number
  /** The row that stays by the rule that was asked about. */
  keepId: number
  /** The first rows and the one that stays, with the cells that were asked for. */
  rows: { id: number; cells: CellValue[] }[]
}

export type Duplicates = {
  groups: DuplicateGroup[]
  /** Of all groups, not only those named. */
  groupCount: number
  rowCount: number
}

/** Which row of a group stays: made first or last, with the most filled cells, or with the most linked rows. */
export const keepRuleSchema = z.enum(['oldest', 'newest', 'mostFilled', 'mostLinked'])
export type KeepRule = z.infer<typeof keepRuleSchema>

const scope = { tableId: id, columnIds, filter: filterSchema.nullable().default(null), search: z.string().default('') }

export const duplicateOperations = {
  /** Groups of rows alike in all of the columns: by width, case and spaces nothing differs, nor phones by how they are written. */
  'rows.duplicates': read<Duplicates>()(
    z.object({
      ...scope,
      keep: keepRuleSchema.default('oldest'),
      cellColumnIds: z.array(id).max(50).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  ),
  /** Of these rows, those that are not alone in their group; to mark what a grid shows. */
  'rows.duplicateMarks': read<{ rowIds: number[] }>()(z.object({ tableId: id, columnIds, rowIds: z.array(id).max(2000) })),
  /** Leaves one row of each group: it takes over links and fills its empty cells from the others, which go to the trash. */
  'rows.mergeDuplicates': write<{ groups: number; removed: number }>()(
    z.object({
      ...scope,
      keep: keepRuleSchema,
      /** Rows chosen by hand to stay, at most one of a group; of the other groups the rule chooses. */
      keepIds: z.array(id).default([]),
      /** Groups chosen one by one, as the ids of their rows; null means every group of the columns. */
      groups: z.array(z.array(id).min(2)).nullable().default(null),
      moveLinks: z.boolean().default(true),
      fillEmpty: z.boolean().default(true),
    }),
  ),
  /** No two rows may be alike in these columns from now on; refused while some are. */
  'tables.addUnique': write<Table>()(z.object({ tableId: id, columnIds })),
  'tables.removeUnique': write<Table>()(z.object({ tableId: id, uniqueId: id })),
}
