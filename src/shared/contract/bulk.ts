import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import { bulkActionSchema } from '../model/bulk/bulkAction.ts'
import { filterSchema } from '../model/filter.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

/** Rows by their ids, or all that a view shows. */
const bulkRowsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), rowIds: z.array(id).min(1) }),
  z.object({ kind: z.literal('where'), filter: filterSchema.nullable(), search: z.string().default('') }),
])

const bulkSchema = z.object({
  tableId: id,
  rows: bulkRowsSchema,
  columnId: id,
  action: bulkActionSchema,
  /** Leaves cells alone that hold something. */
  onlyEmpty: z.boolean().default(false),
  /** The language of words such as 是, where cells are turned into text. */
  lang: langSchema.default('zh-CN'),
})

export type BulkPreview = {
  rows: number
  /** Cells that would not be what they are. */
  changed: number
  /** Cells that stay as they are because the column cannot hold what would come. */
  refused: number
  /** The first of those that change. */
  examples: { rowId: number; title: string; before: string; after: string }[]
}

export const bulkOperations = {
  /** What `rows.bulk` would do; nothing is written. */
  'rows.previewBulk': read<BulkPreview>()(bulkSchema),
  /** Does one thing to a column in all of the rows, as one change. */
  'rows.bulk': write<Omit<BulkPreview, 'examples'>>()(bulkSchema),
  'rows.deleteWhere': write<{ removed: number }>()(z.object({ tableId: id, filter: filterSchema.nullable(), search: z.string().default('') })),
}
