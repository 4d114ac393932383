import { z } from 'zod'
import { colorRuleSchema, mostColorRules } from './coloring.ts'
import { filterSchema } from './filter.ts'
import { groupSchema, mostGroups, type Group } from './group.ts'
import { footerSchema } from './statistic.ts'
import { groupsOfLanes, viewLayoutSchema } from './viewLayout.ts'

const columnId = z.number().int().positive()

export const sortSchema = z.object({ columnId, direction: z.enum(['ascending', 'descending']) })
export type Sort = z.infer<typeof sortSchema>

/** What decides which rows are seen and in what order; the same query always gives the same row list. */
export const rowQuerySchema = z.object({
  filter: filterSchema.nullable(),
  sorts: z.array(sortSchema),
  groups: z.array(groupSchema).max(mostGroups),
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

/** How many lines of text a row has; the first three are one line close and wide, and two lines. */
export const rowHeightSchema = z.enum(['low', 'middle', 'tall', 'threeLines', 'fiveLines'])
export type RowHeight = z.infer<typeof rowHeightSchema>

export const viewSettingsSchema = z.object({
  filter: filterSchema.nullable(),
  sorts: z.array(sortSchema),
  groups: z.array(groupSchema).max(mostGroups),
  /** Order, width and visibility; columns not named follow in their own order. */
  columns: z.array(viewColumnSchema),
  frozenColumns: z.number().int().min(0),
  rowHeight: rowHeightSchema,
  chart: viewChartSchema.nullable(),
  footer: footerSchema.default([]),
  colors: z.array(colorRuleSchema).max(mostColorRules).default([]),
  layout: viewLayoutSchema.default({ kind: 'grid' }),
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
  description: z.string().default(''),
  /** The member whose own view it is; nobody else sees it. Null for a view of all. */
  ownerId: z.number().int().positive().nullable().default(null),
  /** Until it is unlocked its arrangement, name and description stand as they are. */
  locked: z.boolean().default(false),
  settings: viewSettingsSchema,
})
export type View = z.infer<typeof viewSchema>

/** A personal view is its owner's alone. */
export const isSeenBy = (view: Pick<View, 'ownerId'>, memberId: number | null): boolean => view.ownerId === null || view.ownerId === memberId

export const emptyViewSettings: ViewSettings = {
  filter: null,
  sorts: [],
  groups: [],
  columns: [],
  frozenColumns: 1,
  rowHeight: 'middle',
  chart: null,
  footer: [],
  colors: [],
  layout: { kind: 'grid' },
}

/** What the rows of a view are grouped by: in a kanban by its lanes, whatever groups the grid would have. */
export function groupsInForce({ layout, groups }: ViewSettings): Group[] {
  return layout.kind === 'kanban' ? groupsOfLanes(layout) : groups
}
