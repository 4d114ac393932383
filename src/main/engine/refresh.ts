import { isDeepStrictEqual } from 'node:util'
import type { Change } from '#shared/change/change.ts'
import type { MoveCause } from '#shared/contract/classes.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { classNode } from './classify/classNode.ts'
import type { ClassColumn, Classify } from './classify/ports.ts'
import { computedNodes, levelsOf, type Node } from './compute/graph.ts'
import { refreshComputed, refreshStale } from './compute/refresh.ts'
import { staleBySchema } from './compute/staleBySchema.ts'
import { addRows, type RowSet, type RowSets } from './compute/staleRows.ts'
import type { WriteContext } from './history/writeContext.ts'
import { indexFormOf } from './records/search/cellWords.ts'
import { lastRowId, reindex, tablesToReindex, unindex, type StaleWords } from './records/searchIndex.ts'
import { keepSortIndexes } from './records/sortIndex.ts'
import { refuseDuplicates } from './records/unique.ts'
import { keepModes } from './keepModes.ts'
import { waitingRows } from './store/keptClasses.ts'
import { ranOut } from './store/classLocks.ts'
import { lastMoveOf, touchedValues } from './touchedValues.ts'
import type { Schema } from './store/schema.ts'

export type RefreshOptions = {
  /** The schema before the write. */
  before: Schema
  /** What is stale beside what the change touched: what depends on today, or everything. */
  scope: 'change' | 'day' | 'all'
  /** The day on which what depends on the day was last refreshed, where that is what is done; null: never. */
  lastDay: string | null
  /** Class columns whose whole population is to be ranked anew. */
  rank: readonly number[]
  /** What brings about the moves between classes. */
  cause: MoveCause
  /** Classes whose scheme works again are those it left (`history/untouched.ts`). */
  classesKept: boolean
}

/** A table as the event names it, before its rows are counted. */
export type Touched = Omit<ChangedEvent['tables'][number], 'rowCount'>

export type Refresh = {
  touched: Touched[]
  /** Rank-based classes that wait for a write of their own. */
  ranksDue: number[]
  /** What is to be made anew in the search index after the write. */
  searchDue: StaleWords[]
}

/** Brings lookups, rollups, links, classes and the search index up to date, inside the write that made them stale. */
export function refresh(context: WriteContext, change: Change, classify: Classify, options: RefreshOptions): Refresh {
  const lastMove = lastMoveOf(context)
  const graph = graphOf(context.schema, classify)
  if (graph.isCircle) refuseCircle(change)
  const before = graphOf(options.before, classify)
  const written = new Set(change.updated.map((cells) => cells.columnId))
  const isKept = (columnId: number): boolean =>
    options.classesKept && graph.classes.has(columnId) && !before.classes.has(columnId) && !written.has(columnId)
  const stale = new Set(staleBySchema(options.before, context.schema, graph.levels.flat(), change.schema).filter((columnId) => !isKept(columnId)))
  for (const column of graph.classes.values()) if (isNewOrChanged(column, change, before, isKept(column.columnId))) stale.add(column.columnId)
  for (const node of graph.levels.flat()) {
    const dueByDay = node.dependsOnToday && !betweenRuns(graph.classes.get(node.columnId))
    if (options.scope === 'all' || (options.scope === 'day' && dueByDay)) stale.add(node.columnId)
  }
  for (const columnId of options.rank) stale.add(columnId)
  const modes = keepModes(context, graph.classes.values(), (columnId) => before.classes.has(columnId) || isKept(columnId), change, options)
  for (const [columnId, mode] of modes) if (mode === 'run' && options.scope === 'day') stale.add(columnId)
  const beginning = beginningOf(graph, before, change)
  const ranksDue: number[] = []
  // Rows that left change the rank of those that stay, though no cell of theirs changed.
  const left = new Set(change.removed.map((rows) => rows.tableId))
  const named = new Map<number, readonly number[]>()
  for (const column of graph.classes.values()) {
    const rows = [...rowsOfLocks(context, column, change, options), ...rowsThatKeep(context, column, change, options)]
    const isReranked = column.rankBased && left.has(column.tableId) && !betweenRuns(column)
    if (rows.length > 0 || isReranked) named.set(column.columnId, rows)
  }
  const why = { rankNow: options.rank, cause: options.cause, modes, added: change.added, locked: change.locked, beginning }
  const cells = refreshStale(context, graph.levels, change, stale, named, (writing, nodes, rows) => {
    const found = refreshComputed(
      writing,
      nodes.filter((node) => !graph.classes.has(node.columnId)),
      rows,
    )
    const columns = nodes.map((node) => graph.classes.get(node.columnId)).filter((each) => each !== undefined)
    if (columns.length === 0) return found
    const classed = classify.refreshClasses(writing, columns, rows, why)
    for (const [columnId, changed] of classed.changed) addRows(found, columnId, changed)
    ranksDue.push(...classed.ranksDue)
    return found
  })
  for (const column of graph.classes.values()) classify.settleMoves(context, column, why, isKept(column.columnId))
  // A lock shows though the class be the same.
  for (const column of graph.classes.values()) addRows(cells, column.columnId, rowsOfLocks(context, column, change, options))
  refuseDuplicates(context, change, cells)
  if (options.scope === 'all') for (const tableId of context.schema.tables.keys()) reindex(context, tableId, null)
  const searchDue = options.scope === 'all' ? [] : updateSearchIndex(context, change, cells, options.before)
  if (change.schema.length > 0) keepSortIndexes(context.db, context.schema)
  return { touched: touchedTables(context, change, cells, touchedValues(context, change, cells, lastMove)), ranksDue, searchDue }
}

/** Rows that were locked in a class or given back by this write, and those whose lock ran out with the day. */
function rowsOfLocks(context: WriteContext, { schemeId }: ClassColumn, change: Change, { scope, lastDay }: RefreshOptions): number[] {
  const written = change.locked.flatMap((rows) => (rows.schemeId === schemeId ? rows.ids : []))
  return scope === 'day' ? [...written, ...ranOut(context.db, schemeId, lastDay, context.today)] : written
}

/** Rows whose kept classes this write brought back, and those that wait for the day to count. */
function rowsThatKeep(context: WriteContext, { schemeId, keeps, run }: ClassColumn, change: Change, { scope }: RefreshOptions): number[] {
  if (!keeps) return []
  const written = change.kept.flatMap((rows) => (rows.schemeId === schemeId ? rows.ids : []))
  return scope === 'day' && run === 'realTime' ? [...written, ...waitingRows(context.db, schemeId)] : written
}

/** Whether a column is classed when its period turns, and not when what it reads changes. */
const betweenRuns = (column: ClassColumn | undefined): boolean => column !== undefined && column.run !== 'realTime'

type Graph = { isCircle: boolean; levels: readonly (readonly Node[])[]; classes: ReadonlyMap<number, ClassColumn> }

const graphs = new WeakMap<Schema, Graph>()

function graphOf(schema: Schema, classify: Classify): Graph {
  const known = graphs.get(schema)
  if (known !== undefined) return known
  const classes = classify.classColumns(schema)
  const nodes = [...computedNodes(schema), ...classes.map(classNode)]
  const levels = levelsOf(nodes)
  // A circle is refused when it is saved; should one be in a file, its nodes keep their order.
  const graph = {
    levels: levels ?? nodes.map((node) => [node]),
    classes: new Map(classes.map((column) => [column.columnId, column])),
    isCircle: levels === null,
  }
  graphs.set(schema, graph)
  return graph
}

/** Whatever was saved closed the circle: a column, what a table is named by, a scheme. */
function refuseCircle(change: Change): void {
  const saved = change.schema.find((item) => item.to !== null)?.to
  if (saved !== undefined && saved !== null) throw new Failure(appError('column.cycle', { name: saved.name }))
}

/** The schemes that begin to work with this write, by class column. */
function beginningOf(graph: Graph, before: Graph, change: Change): Map<number, 'new' | 'known'> {
  const begun = [...graph.classes.values()].filter(({ columnId, schemeId }) => before.classes.get(columnId)?.schemeId !== schemeId)
  const isNew = (schemeId: number): boolean => change.schema.some((item) => item.kind === 'scheme' && item.id === schemeId && item.from === null)
  return new Map(begun.map(({ columnId, schemeId }) => [columnId, isNew(schemeId) ? 'new' : 'known']))
}

function isNewOrChanged(column: ClassColumn, change: Change, before: Graph, isKept: boolean): boolean {
  if (change.schema.length === 0) return false
  if (!before.classes.has(column.columnId) && !isKept) return true
  return change.schema.some((item) => item.kind === 'scheme' && item.id === column.schemeId && !isOnlyToldOtherwise(item.from, item.to))
}

/** Another name or strategy moves nobody. A scheme that is as it was is touched to have its classes made anew. */
function isOnlyToldOtherwise(from: Scheme | null, to: Scheme | null): boolean {
  if (from === null || to === null) return false
  const asNamed = { ...to, name: from.name, playbook: from.playbook }
  return !isDeepStrictEqual(from, to) && isDeepStrictEqual(from, asNamed)
}

function updateSearchIndex(context: WriteContext, change: Change, cells: RowSets, before: Schema): StaleWords[] {
  const removed = Map.groupBy(change.removed, (rows) => rows.tableId)
  for (const [tableId, parts] of removed)
    unindex(
      context,
      tableId,
      parts.flatMap((rows) => rows.ids),
    )
  const stale: RowSets = new Map()
  const added: RowSets = new Map()
  for (const rows of change.added) addRows(added, rows.tableId, rows.ids)
  for (const [columnId, rows] of cells) {
    // Words of a column that goes with its cells emptied are found by what it was.
    const schema = context.schema.columns.has(columnId) ? context.schema : before
    const column = schema.columns.get(columnId)
    if (column === undefined || !context.schema.tables.has(column.tableId)) continue
    if (indexFormOf(schema, column) !== null) addRows(stale, column.tableId, rows)
  }
  if (change.schema.length > 0) for (const tableId of tablesToReindex(context.db, before, context.schema)) addRows(stale, tableId, 'all')
  const due: StaleWords[] = []
  for (const [tableId, rows] of stale) {
    const isNew = added.get(tableId)
    const rowIds = rows === 'all' ? null : isNew instanceof Set ? [...rows].filter((id) => !isNew.has(id)) : [...rows]
    if ((rowIds?.length ?? lastRowId(context.db, tableId)) > mostReindexed) due.push({ tableId, rowIds })
    else reindex(context, tableId, rowIds)
  }
  for (const [tableId, rows] of added) {
    const isDone = stale.get(tableId) === 'all' && !due.some((words) => words.tableId === tableId)
    if (rows !== 'all' && !isDone) reindex(context, tableId, [...rows], true)
  }
  return due
}

/** The words of more rows than this are made anew in portions, after the write that asked for them. */
const mostReindexed = 5000

/** The most rows an event names; past it the window asks for all it shows. */
const mostNamed = 1000

function touchedTables(context: WriteContext, change: Change, cells: RowSets, values: ReadonlyMap<number, CellValue[]>): Touched[] {
  const touched = new Map<number, { columnIds: Set<number>; rows: RowSets; rowsChanged: boolean }>()
  const at = (tableId: number): { columnIds: Set<number>; rows: RowSets; rowsChanged: boolean } => {
    const known = touched.get(tableId) ?? { columnIds: new Set(), rows: new Map<number, RowSet>(), rowsChanged: false }
    touched.set(tableId, known)
    return known
  }
  for (const [columnId, rows] of cells) {
    const column = context.schema.columns.get(columnId)
    if (column === undefined) continue
    const table = at(column.tableId)
    table.columnIds.add(columnId)
    addRows(table.rows, column.tableId, rows !== 'all' && rows.size > mostNamed ? 'all' : rows)
  }
  for (const rows of [...change.added, ...change.removed]) {
    at(rows.tableId).rowsChanged = true
    addRows(at(rows.tableId).rows, rows.tableId, rows.ids)
  }
  const changedLinks = new Set([...change.linked, ...change.unlinked, ...change.reordered].map((pairs) => pairs.linkId))
  for (const column of context.schema.columns.values()) {
    if (column.type === 'link' && changedLinks.has(column.settings.linkId)) at(column.tableId).columnIds.add(column.id)
    // The time and the author of a change are cells too.
    const isStamp = column.type === 'modifiedTime' || column.type === 'modifiedBy'
    if (isStamp && change.restamped.some((rows) => rows.tableId === column.tableId)) at(column.tableId).columnIds.add(column.id)
  }
  return [...touched].map(([tableId, table]) => {
    const rows = table.rows.get(tableId)
    return {
      tableId,
      columnIds: [...table.columnIds],
      rowIds: rows === 'all' || (rows !== undefined && rows.size > mostNamed) ? null : [...(rows ?? [])],
      rowsChanged: table.rowsChanged,
      values: Object.fromEntries([...values].filter(([columnId]) => context.schema.columns.get(columnId)?.tableId === tableId)),
    }
  })
}
