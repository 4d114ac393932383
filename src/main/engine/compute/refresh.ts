import type { Change } from '#shared/change/change.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { columnName, compileSql, idList, linkRef, nameRef, sql, tableName, tableRef, type RawBuilder, type SqlValue } from '../store/sql.ts'
import { otherSide, type Schema } from '../store/schema.ts'
import { computedSql, isComputed } from './expression.ts'
import type { Node } from './graph.ts'
import { addRows, type RowSet, type RowSets } from './staleRows.ts'

/** Refreshes one derived column for some rows (null: all) and answers which cells changed. */
export type RefreshNode = (context: WriteContext, node: Node, rows: readonly number[] | null) => readonly number[] | 'all'

/** Cells that are not what they were, by column: what the change wrote, and what followed from it. */
export type Refreshed = { cells: RowSets }

/**
 * Follows a change through the graph and brings every derived cell it reaches up to date.
 * `nodes` in dependency order. `stale` names columns to refresh as a whole beside the change's own.
 */
export function refreshStale(
  context: WriteContext, nodes: readonly Node[], change: Change, stale: Iterable<number>, refreshNode: RefreshNode,
): Refreshed {
  const cells: RowSets = new Map()
  const pairs = linkEnds(change)
  for (const update of change.updated) addRows(cells, update.columnId, update.ids)
  const newRows = new Map<number, number[]>()
  for (const rows of change.added) newRows.set(rows.tableId, (newRows.get(rows.tableId) ?? []).concat(rows.ids))
  const wholly = new Set(stale)
  for (const node of nodes) {
    const rows: RowSets = new Map()
    const add = (found: Iterable<number> | 'all'): void => addRows(rows, node.columnId, found)
    if (wholly.has(node.columnId)) add('all')
    add(newRows.get(node.tableId) ?? [])
    for (const columnId of node.own) add(cells.get(columnId) ?? [])
    if (node.linked !== null) {
      add(pairs.get(`${node.linked.linkId}${node.linked.side}`) ?? [])
      for (const columnId of node.linked.columnIds) add(rowsLinkedTo(context, node.linked, cells.get(columnId)))
    }
    const set = rows.get(node.columnId)
    if (set === undefined) continue
    const changed = refreshNode(context, node, set === 'all' ? null : [...set])
    addRows(cells, node.columnId, changed)
  }
  return { cells }
}

/** Refreshes a lookup, rollup or link cell by one statement. */
export function refreshComputed(context: WriteContext, node: Node, rows: readonly number[] | null): readonly number[] | 'all' {
  const { text, parameters, idsAt } = statementOf(context, node, rows !== null)
  const bound = idsAt === null ? parameters : parameters.with(idsAt, JSON.stringify(rows))
  if (rows === null) return context.db.prepare(text)(bound) > 0 ? 'all' : []
  return context.db.prepareRows(`${text} returning id`)(bound).map((row) => Number(row[0]))
}

type Statement = { text: string; parameters: SqlValue[]; /** Where the list of rows is bound. */ idsAt: number | null }

/** Statements by schema and day: building one costs more than running it for a single row. */
const kept = new WeakMap<Schema, Map<string, Statement>>()

function statementOf(context: WriteContext, node: Node, named: boolean): Statement {
  const ofSchema = kept.get(context.schema) ?? new Map<string, Statement>()
  kept.set(context.schema, ofSchema)
  const key = `${node.columnId} ${named} ${context.today} ${context.actorId}`
  const known = ofSchema.get(key)
  if (known !== undefined) return known
  const column = context.schema.columns.get(node.columnId)
  if (column === undefined || !isComputed(column)) throw new Error(`column ${node.columnId} is not computed`)
  const cell = columnName(node.columnId)
  const only: RawBuilder<unknown> = named ? sql`where r.id in (select value from json_each(${idsMark}))` : sql``
  const compiled = sql`update ${tableRef(node.tableId)} set ${sql.ref(cell)} = f.v
    from (select r.id as row_id, ${computedSql(context, column, 'r')} as v from ${tableRef(node.tableId)} r ${only}) f
    where ${sql.ref(`${tableName(node.tableId)}.id`)} = f.row_id and ${sql.ref(`${tableName(node.tableId)}.${cell}`)} is not f.v`
  const { text, parameters } = compileSql(compiled)
  const idsAt = parameters.indexOf(idsMark)
  const statement = { text, parameters, idsAt: idsAt === -1 ? null : idsAt }
  ofSchema.set(key, statement)
  return statement
}

/** Stands for the list of rows while a statement is built; no user text can equal it. */
const idsMark = '\u0000stale rows'

/** Both ends of every pair that came or went, by link and side. */
function linkEnds(change: Change): Map<string, number[]> {
  const ends = new Map<string, number[]>()
  for (const pairs of [...change.linked, ...change.unlinked]) {
    for (const side of ['a', 'b'] as const) {
      const key = `${pairs.linkId}${side}`
      ends.set(key, (ends.get(key) ?? []).concat(pairs[side]))
    }
  }
  return ends
}

/** The rows of a node's table that are linked to rows whose cells changed. */
function rowsLinkedTo(context: WriteContext, linked: NonNullable<Node['linked']>, changed: RowSet | undefined): Iterable<number> | 'all' {
  if (changed === undefined) return []
  if (changed === 'all') return 'all'
  return context.db.ids(
    sql`select ${nameRef(linked.side)} from ${linkRef(linked.linkId)} where ${nameRef(otherSide(linked.side))} in ${idList([...changed])}`,
  )
}
