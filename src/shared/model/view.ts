import { z } from 'zod'
import { filterSchema } from './filter.ts'
import { footerSchema } from './statistic.ts'

const columnId = z.number().int().positive()

export const sortSchema = z.object({ columnId, direction: z.enum(['ascending', 'descending']) })
export type Sort = z.infer<typeof sortSchema>

/** What decides which rows are seen and in what order; the same query always gives the same row list. */
export const rowQuerySchema = z.object({
  filter: filterSchema.nullable(),
  sorts: z.array(sortSchema),
  groups: z.array(sortSchema).max(3),
  search: z.string(),
})
export type RowQuery = z.infer<typeof rowQuerySchema>

export const emptyRowQuery: RowQuery = { filter: null, sorts: [], groups: [], search: '' }

export const viewColumnSchema = z.object({ columnId, width: z.number().int().positive(), hidden: z.boolean() })
export type ViewColumn = z.infer<typeof viewColumnSchema>

/** How a chart panel beside the grid is set. */
export const viewChartSchema = z.object({
  kind: z.enum(['byColumn', 'followUpsPerWeek', 'cumulativeShare']),
  columnId: columnId.nullable(),
  /** Width at the right of the grid or height below it, in pixels, as last dragged. */
  size: z.number().int().positive().optional(),
})
export type ViewChart = z.infer<typeof viewChartSchema>

export const viewSettingsSchema = z.object({
  filter: filterSchema.nullable(),
  sorts: z.array(sortSchema),
  groups: z.array(sortSchema).max(3),
  /** Order, width and visibility; columns not named follow in their own order. */
  columns: z.array(viewColumnSchema),
  frozenColumns: z.number().int().min(0),
  rowHeight: z.enum(['low', 'middle', 'tall']),
  chart: viewChartSchema.nullable(),
  footer: footerSchema.default([]),
})
export type ViewSettings = z.infer<typeof viewSettingsSchema>

export const viewSchema = z.object({
  id: z.number().int().positive(),
  uid: z.string(),
  tableId: z.number().int().positive(),
  name: z.string().min(1),
  /** Stable code of a view that came with a template. */
  role: z.string().nullable(),
  position: z.number(),
  settings: viewSettingsSchema,
})
export type View = z.infer<typeof viewSchema>

export const emptyViewSettings: ViewSettings = {
  filter: null,
  sorts: [],
  groups: [],
  columns: [],
  frozenColumns: 1,
  rowHeight: 'middle',
  chart: null,
  footer: [],
}
