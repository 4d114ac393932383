import type { ChangedEvent } from '#shared/contract/events.ts'
import { asksWhoLooks, columnsOfFilter, filterSchema, type Filter } from '#shared/model/filter.ts'
import { groupKey } from '#shared/model/group.ts'
import { z } from 'zod'
import type { Base } from './base.ts'
import type { Input, OperationName } from './operations.ts'

/** What the answer of a read depends on, so that a change refetches it only when it touched that. */
export type Reads = {
  /** Rows of these tables. */
  tables: 'all' | readonly number[]
  /** Only this row of them. */
  rowId?: number
  /** Only these columns; rows that come or go count all the same. */
  columnIds?: readonly number[]
  /** Also tables, columns, views, schemes, members. */
  schema?: boolean
  /** Also the log: any change at all. */
  history?: boolean
  /** Only the rows of one lane of a board. */
  lane?: LaneRead
}

/** A lane, by its value; which rows stand in it, and in what order, hangs on these columns too. */
export type LaneRead = { tableId: number; columnId: number; key: string; placedBy: 'all' | readonly number[] }

/** What `name` with `input` reads; null for what no change in the base can touch. */
export function readsOf<Name extends OperationName>(name: Name, input: Input<Name>, base: Base | null): Reads | null {
  const of = readsByName[name]
  return of === undefined ? (name.startsWith('app.') || name.startsWith('import.') ? null : everything) : of(input, base)
}

/** Whether what a change touched is among what was read; `answer`: as it was, where it is there. */
export function isTouched(reads: Reads, event: ChangedEvent, answer?: unknown): boolean {
  if (reads.history === true) return true
  if (reads.schema === true && event.schema) return true
  return event.tables.some((touched) => {
    if (reads.tables !== 'all' && !reads.tables.includes(touched.tableId)) return false
    if (reads.lane !== undefined && reads.lane.tableId === touched.tableId) return isLaneTouched(reads.lane, touched, answer)
    if (reads.rowId !== undefined && touched.rowIds !== null && !touched.rowIds.includes(reads.rowId)) return false
    if (reads.columnIds === undefined || touched.rowsChanged) return true
    return touched.columnIds.some((id) => reads.columnIds?.includes(id))
  })
}

/**
 * A card that comes or goes moves all below it; one that stays is another one only where it was read. So whatever happens
 * in the other lanes leaves this one as it is.
 */
function isLaneTouched({ columnId, key, placedBy }: LaneRead, touched: ChangedEvent['tables'][number], answer: unknown): boolean {
  const { columnIds, rowIds, rowsChanged, values } = touched
  if (rowIds === null || (placedBy === 'all' ? columnIds.length > 0 : columnIds.some((id) => placedBy.includes(id)))) return true
  if (rowsChanged || columnIds.includes(columnId)) {
    const known = values?.[columnId]
    if (known === undefined || known.some((value) => groupKey([value]) === key)) return true
  }
  const rows = rowsIn(answer)
  return rows === null || rowIds.some((id) => rows.has(id))
}

function rowsIn(answer: unknown): Set<number> | null {
  const page = laneAnswer.safeParse(answer)
  return page.success ? new Set(page.data.items.map(({ id }) => id)) : null
}

const laneAnswer = z.object({ items: z.array(z.object({ id: z.number() })) })

const everything: Reads = { tables: 'all', schema: true }

type ReadsByName = { [Name in OperationName]?: (input: Input<Name>, base: Base | null) => Reads }

const readsByName: ReadsByName = {
  'base.describe': () => ({ tables: [], schema: true }),
  'rows.page': ({ tableId, query, within }, base) => ({
    tables: tablesRead(tableId, query.filter, base),
    ...laneRead(tableId, query, within ?? null),
  }),
  'rows.position': ({ tableId, query }, base) => ({ tables: tablesRead(tableId, query.filter, base) }),
  'rows.statistics': ({ tableId, query, statistics }, base) => {
    const { search } = query
    const filter = filterIn(query.filter)
    const columnIds = [...columnsOfFilter(filter), ...statistics.map(({ columnId }) => columnId)]
    // A search reads every column; "me" is another person's after a change of the schema.
    return { tables: tablesRead(tableId, filter, base), ...(search === '' ? { columnIds } : {}), schema: asksWhoLooks(filter) }
  },
  'rows.subtotals': ({ tableId }) => ({ tables: [tableId] }),
  'rows.sortState': () => ({ tables: 'all', history: true }),
  'rows.get': ({ tableId, rowId }) => ({ tables: [tableId], rowId }),
  'columns.previewNumbers': ({ columnId }) => ({ tables: 'all', columnIds: [columnId], schema: true }),
  'rows.find': ({ tableIds }) => ({ tables: tableIds ?? 'all' }),
  'rows.candidates': ({ linkColumnId }, base) => ({ tables: tablesOfOffer(linkColumnId, base), schema: true }),
  'rows.linked': ({ linkColumnId }, base) => ({ tables: tablesOfLink(linkColumnId, base) }),
  'find.cells': ({ tableId }) => ({ tables: [tableId] }),
  'replace.preview': ({ tableId }) => ({ tables: [tableId] }),
  'search.everywhere': () => everything,
  'search.titles': () => everything,
  'search.marks': () => ({ tables: [] }),
  'search.state': () => ({ tables: 'all', history: true }),
  'schemes.library': () => ({ tables: [], schema: true }),
  'classes.explain': ({ tableId, rowId }) => ({ tables: [tableId], rowId, schema: true }),
  'classes.standing': ({ schemeId }, base) => ({ tables: [base?.scheme(schemeId)?.tableId ?? 0], schema: true }),
  'classes.movesOfRow': ({ tableId, rowId }) => ({ tables: [tableId], rowId, schema: true }),
  'classes.counts': ({ schemeId }, base) => {
    const scheme = base?.scheme(schemeId)
    if (scheme === undefined) return everything
    // Which rows it is for may hang on any column, here and behind links.
    if (scheme.scope !== null) return { tables: tablesRead(scheme.tableId, scheme.scope, base), schema: true }
    return { tables: [scheme.tableId], columnIds: [scheme.targetColumnId], schema: true }
  },
  'classes.since': ({ schemeId }, base) => ({ tables: [base?.scheme(schemeId)?.tableId ?? 0], schema: true }),
  'stats.group': ({ tableId, filter, linkedTo }, base) => {
    const others = linkedTo === undefined || linkedTo === null ? [] : tablesOfLink(linkedTo.linkColumnId, base)
    const read = tablesRead(tableId, filter, base)
    return { tables: others === 'all' ? others : [...new Set([...read, ...others, ...tablesRead(tableId, linkedTo?.filter ?? null, base)])] }
  },
  'stats.cumulativeShare': ({ tableId, filter }, base) => ({ tables: tablesRead(tableId, filter, base) }),
  'history.state': () => ({ tables: 'all', history: true }),
  'history.list': () => ({ tables: 'all', history: true }),
  // Files beside the base: no change in it touches them.
  'snapshots.list': () => ({ tables: [] }),
  'trash.rows': () => ({ tables: 'all', history: true }),
  'history.subjects': () => ({ tables: 'all', history: true }),
  'history.row': ({ tableId, rowId }) => ({ tables: [tableId], rowId }),
  'trash.list': () => ({ tables: 'all', history: true }),
}

/** A page of one lane; the rows of a group within others are none. */
function laneRead(tableId: number, { groups, filter, sorts, search }: Input<'rows.page'>['query'], key: string | null): { lane?: LaneRead } {
  const [group] = groups
  if (key === null || group === undefined || groups.length > 1) return {}
  const placedBy = search === '' ? [...columnsOfFilter(filterIn(filter)), ...sorts.map(({ columnId }) => columnId)] : 'all'
  return { lane: { tableId, columnId: group.columnId, key, placedBy } }
}

const filterIn = (filter: unknown): Filter | null => filterSchema.nullable().safeParse(filter).data ?? null

/** The table, and those of the linked rows its filter asks about. */
function tablesRead(tableId: number, filter: unknown, base: Base | null): number[] {
  return [...new Set([tableId, ...columnsOfFilter(filterIn(filter)).flatMap((id) => base?.column(id)?.tableId ?? [])])]
}

/** The two tables of a link, and what its conditions and those of its view read. */
function tablesOfOffer(linkColumnId: number, base: Base | null): 'all' | number[] {
  const column = base?.column(linkColumnId)
  if (base === null || column?.type !== 'link') return 'all'
  const { otherTableId, pick = null } = column.settings
  const filters = [pick?.filter ?? null, base.view(pick?.viewId ?? 0)?.settings.filter ?? null]
  return [...new Set([column.tableId, ...filters.flatMap((filter) => tablesRead(otherTableId, filter, base))])]
}

function tablesOfLink(linkColumnId: number, base: Base | null): 'all' | number[] {
  const column = base?.column(linkColumnId)
  return column?.type === 'link' ? [column.tableId, column.settings.otherTableId] : 'all'
}
