import { z } from 'zod'
import { cellValueSchema } from '../model/cell.ts'
import type { CellValue } from '../model/cell.ts'
import { colorRuleSchema, mostColorRules } from '../model/coloring.ts'
import { filterSchema } from '../model/filter.ts'
import { columnStatisticSchema } from '../model/statistic.ts'
import { rowQuerySchema } from '../model/view.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()
const cells = z.array(z.object({ columnId: id, value: cellValueSchema }))

/** One line of a page: a row with its cells in the order of `columnIds`, or the head of a group. */
export type PageItem =
  | {
      kind: 'row'
      id: number
      /** 1-based number among the rows of the list. */ number: number
      cells: CellValue[]
      /** What each rule of colour says of it; absent without rules. */ marks?: CellValue[]
      /** Columns whose class a person locked; absent where none is. */ locked?: number[]
    }
  | GroupItem

export type GroupItem = {
  kind: 'group'
  key: string
  depth: number
  columnId: number
  value: CellValue
  count: number
  collapsed: boolean
  /** One of its rows, to read off what they have in common. */
  firstRowId: number
}

export type Page = {
  /** Lines in the whole list, group heads included. */ total: number
  rowCount: number
  items: PageItem[]
  /** The groups the first line lies in, outermost first. */ above: GroupItem[]
}

/** A row somewhere in the base, named for a person. */
export type RowRef = { tableId: number; id: number; title: string }

/** One row with everything its page shows. */
export type RowDetail = {
  id: number
  uid: string
  tableId: number
  title: string
  cells: Record<number, CellValue>
  /** Linked rows by link column, in link order; at most 500 each. */
  links: Record<number, RowRef[]>
  /** Columns whose class a person locked. */
  locked: number[]
  createdAt: string
  updatedAt: string
}

/** What a press did, and what is left to be opened: addresses in the system's own programs, and the page of a new row. */
export type Pressed = { label: string; updated: number; added: number; addresses: string[]; open: RowRef | null }

/** `collapsed` as `model/folding.ts` says. */
const list = { tableId: id, query: rowQuerySchema, collapsed: z.array(z.string()).default([]) }

export const recordOperations = {
  /** Lines from `offset` of the row list a query gives; any position costs the same. */
  'rows.page': read<Page>()(
    z.object({
      ...list,
      columnIds: z.array(id),
      colors: z.array(colorRuleSchema).max(mostColorRules).default([]),
      /** Only the rows of the group with this key, counted from its first: wherever in the list it stands by now. */
      within: z.string().nullable().default(null),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
  ),
  /** Where a row stands in the list, or among the rows of the group `within`; null when it is left out, or in another group. */
  'rows.position': read<{ position: number | null }>()(z.object({ ...list, rowId: id, within: z.string().nullable().default(null) })),
  /** What is said of columns over every row of the list, in the order asked; null where there is nothing to say. */
  'rows.statistics': read<CellValue[]>()(
    z.object({ tableId: id, query: rowQuerySchema.pick({ filter: true, search: true }), statistics: z.array(columnStatisticSchema) }),
  ),
  /** What is said of groups, in the order of their keys, each in the order asked; nothing of a group that is gone. */
  'rows.subtotals': read<CellValue[][]>()(
    z.object({ tableId: id, query: rowQuerySchema, statistics: z.array(columnStatisticSchema), keys: z.array(z.string()).max(1000) }),
  ),
  /** How far texts that views sort by are with being put in order; null where all are. Until then sorting by them takes longer. */
  'rows.sortState': read<{ done: number; total: number } | null>()(z.object({})),
  'rows.get': read<RowDetail>()(z.object({ tableId: id, rowId: id })),
  /** Rows of a table whose title or text matches, best first; to pick a row to link, or to jump to one. */
  'rows.find': read<RowRef[]>()(
    z.object({ tableIds: z.array(id).nullable(), text: z.string(), limit: z.number().int().min(1).max(100).default(20) }),
  ),
  /** Follow-ups, orders … linked to a row, as a page of the other table, in link order unless `sort` says otherwise. */
  'rows.linked': read<{ total: number; rows: { id: number; cells: CellValue[] }[] }>()(
    z.object({
      linkColumnId: id,
      rowId: id,
      columnIds: z.array(id),
      sort: z.object({ columnId: id, direction: z.enum(['ascending', 'descending']) }).nullable(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
  ),
  /** New rows; links by the ids of the rows to link. Cells not given stay empty or take their default. */
  'rows.insert': write<{ ids: number[] }>()(
    z.object({
      tableId: id,
      rows: z.array(z.object({ cells, links: z.array(z.object({ columnId: id, rowIds: z.array(id) })).default([]) })).min(1),
      /** Begun by a person who fills in later what is required; else a row that lacks it is refused. */
      begun: z.boolean().default(false),
    }),
  ),
  /** Does for a row what a button is set to, as one change; answers what the window is to open then. */
  'rows.press': write<Pressed>()(z.object({ tableId: id, rowId: id, columnId: id })),
  'rows.update': write<{ updated: number }>()(z.object({ tableId: id, rows: z.array(z.object({ id, cells })).min(1) })),
  /** One value into one column for every row that passes the filter. */
  'rows.updateWhere': write<{ updated: number }>()(
    z.object({ tableId: id, filter: filterSchema.nullable(), search: z.string().default(''), columnId: id, value: cellValueSchema }),
  ),
  'rows.delete': write<{ removed: number }>()(z.object({ tableId: id, rowIds: z.array(id).min(1) })),
  /** Replaces the rows a link cell points to; they stand in the order given. */
  'rows.setLinks': write<{ linked: number; unlinked: number; /** Links that were there and stand in another place. */ reordered: number }>()(
    z.object({
      linkColumnId: id,
      rowId: id,
      rowIds: z.array(id),
      /** The linked rows as far as they were seen: those linked beside them stay, behind the others. Absent: all were seen. */
      seen: z.array(id).exactOptional(),
    }),
  ),
}
