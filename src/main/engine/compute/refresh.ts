import type { Change } from '#shared/change/change.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { goOn } from '../store/context.ts'
import { runsOf } from '../store/idRuns.ts'
import { boundRows, boundTo, boundToStretch, inBoundStretch, keptRowStatement, type RowStatement } from '../store/rowStatement.ts'
import { compileSql, join, linkName, sql, tableName, tableRef, type RawBuilder } from '../store/sql.ts'
import { otherSide, type Schema } from '../store/schema.ts'
import { fieldNames, fieldsOf, isComputed, type ComputedColumn, type Field } from './expression.ts'
import type { LinkStep, Node } from './graph.ts'
import { rollupPasses } from './rollupPass.ts'
import { addRows, type RowSet, type RowSets } from './staleRows.ts'

/** Refreshes columns of one table for the same rows (null: all) and answers which cells changed, by column. */
export type RefreshColumns = (context: WriteContext, nodes: readonly Node[], rows: readonly number[] | null) => RowSets

/**
 * Follows a change through the graph and brings every derived cell it reaches up to date; `levels` from
 * `levelsOf`. `stale` names columns to refresh as a whole beside what the change itself made stale, `named` rows to
 * refresh beside them; columns named with no row are asked even when no row of theirs is stale.
 * Answers the cells that are not what they were, by column: what the change wrote and what followed.
 */
export function refreshStale(
  context: WriteContext,
  levels: readonly (readonly Node[])[],
  change: Change,
  stale: ReadonlySet<number>,
  named: ReadonlyMap<number, readonly number[]>,
  refreshColumns: RefreshColumns,
): RowSets {
  const cells: RowSets = new Map()
  const pairs = linkEnds(change)
  for (const update of change.updated) addRows(cells, update.columnId, update.ids)
  for (const item of change.schema) if (item.kind === 'column' && item.keptAs !== undefined) addRows(cells, item.id, 'all')
  for (const rows of change.restamped) for (const columnId of stampColumns(context.schema, rows.tableId)) addRows(cells, columnId, rows.ids)
  for (const column of context.schema.columns.values()) {
    // The cell of a link names only its first rows: its pairs may change and its text stay.
    if (column.type === 'link') addRows(cells, column.id, pairs.get(`${column.settings.linkId}${column.settings.side}`) ?? [])
  }
  const newRows = new Map<number, number[]>()
  for (const rows of change.added) {
    const known = newRows.get(rows.tableId) ?? []
    for (const id of rows.ids) known.push(id)
    newRows.set(rows.tableId, known)
  }
  for (const level of levels) {
    const sets: RowSets = new Map()
    for (const node of level) {
      const add = (found: Iterable<number> | 'all'): void => addRows(sets, node.columnId, found)
      const rows = named.get(node.columnId)
      if (rows !== undefined) sets.set(node.columnId, new Set(rows))
      if (stale.has(node.columnId)) add('all')
      if (!node.emptyWithoutLinks) add(newRows.get(node.tableId) ?? [])
      for (const columnId of node.own) add(cells.get(columnId) ?? [])
      for (const { steps, columnIds } of node.linked) {
        steps.forEach((step, index) => add(rowsAlong(context, steps.slice(0, index), new Set(pairs.get(`${step.linkId}${step.side}`)))))
        for (const columnId of columnIds) add(rowsAlong(context, steps, cells.get(columnId)))
      }
    }
    for (const group of groupsOf(level, sets)) {
      const changed = refreshColumns(context, group.nodes, group.rows === 'all' ? null : [...group.rows])
      for (const [columnId, rows] of changed) addRows(cells, columnId, rows)
    }
  }
  return cells
}

/** Columns that one pass over the same rows can refresh. */
function groupsOf(level: readonly Node[], sets: RowSets): { tableId: number; nodes: Node[]; rows: RowSet }[] {
  const groups: { tableId: number; nodes: Node[]; rows: RowSet }[] = []
  for (const node of level) {
    const rows = sets.get(node.columnId)
    if (rows === undefined) continue
    const same = groups.find((group) => group.tableId === node.tableId && isSameSet(group.rows, rows))
    if (same === undefined) groups.push({ tableId: node.tableId, nodes: [node], rows })
    else same.nodes.push(node)
  }
  return groups
}

function isSameSet(left: RowSet, right: RowSet): boolean {
  if (left === 'all' || right === 'all') return left === right
  return left.size === right.size && [...left].every((row) => right.has(row))
}

/** Up to this many rows are compared one by one, which tells exactly which of the columns changed. */
const mostCompared = 1000

/** Refreshes lookups, rollups and link cells of one table. */
export function refreshComputed(context: WriteContext, nodes: readonly Node[], rows: readonly number[] | null): RowSets {
  if (nodes.length === 0) return new Map()
  return rows === null || rows.length > mostCompared ? refreshInPortions(context, nodes, rows) : refreshFew(context, nodes, rows)
}

/** How many rows one statement refreshes: enough to cost no more than all at once, few enough to stop within a moment. */
const portion = 20_000

/** Many rows or all of them, portion by portion: in between one sees how far it is, and may stop it. */
function refreshInPortions(context: WriteContext, nodes: readonly Node[], rows: readonly number[] | null): RowSets {
  const ids = rows ?? context.db.ids(sql`select id from ${tableRef(nodes[0]?.tableId ?? 0)} order by id`)
  let changed: RowSet = new Set()
  for (let from = 0; from < ids.length; from += portion) {
    goOn(context)
    context.progress('computing', from, ids.length)
    const slice = sliceOf(ids.slice(from, from + portion), rows === null)
    if (changed === 'all') refreshUnnamed(context, nodes, slice)
    else {
      const found = refreshNamed(context, nodes, slice)
      // Where most of a portion changed most of the rest will: naming each row costs as much as writing it.
      if (rows === null && found.length > portion / 2) changed = 'all'
      else for (const id of found) changed.add(id)
    }
  }
  const cells: RowSets = new Map()
  for (const node of nodes) addRows(cells, node.columnId, changed)
  return cells
}

/** Rows that one statement refreshes: those from the first to the last that the table has, or a list. */
type Slice = { first: number; last: number } | { ids: readonly number[] }

function sliceOf(ids: readonly number[], isWhole: boolean): Slice {
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined || (!isWhole && runsOf(ids).length > 1)) return { ids }
  return { first, last }
}

function refreshFew(context: WriteContext, nodes: readonly Node[], rows: readonly number[]): RowSets {
  const { text, parameters } = statementOf(context, nodes, 'compare', rows)
  const { text: update } = statementOf(context, nodes, 'write', rows)
  const fields = nodes.map((node) => fieldNames(computedColumn(context.schema, node)))
  const cells: RowSets = new Map()
  for (const row of context.db.prepareRows(text)(parameters)) {
    const id = Number(row[0])
    const fresh: CellValue[] = []
    const changed: Node[] = []
    nodes.forEach((node, index) => {
      let isChanged = false
      for (const { beside } of fields[index] ?? []) {
        const at = 1 + fresh.length * 2
        const value = beside !== null && fresh.at(-1) !== null ? null : (row[at + 1] ?? null)
        if ((row[at] ?? null) !== value) isChanged = true
        fresh.push(value)
      }
      if (isChanged) changed.push(node)
    })
    if (changed.length === 0) continue
    context.db.prepare(update)([...fresh, id])
    for (const node of changed) addRows(cells, node.columnId, [id])
  }
  return cells
}

/** Refreshes the rows and answers which changed: where one of the columns changed in a row, all of them count as changed there. */
function refreshNamed(context: WriteContext, nodes: readonly Node[], slice: Slice): number[] {
  return manyStatements(context, nodes, slice, true).flatMap(({ text, parameters }) => context.db.prepareIds(text)(parameters))
}

function refreshUnnamed(context: WriteContext, nodes: readonly Node[], slice: Slice): void {
  for (const { text, parameters } of manyStatements(context, nodes, slice, false)) context.db.prepare(text)(parameters)
}

/** One statement for all cells, then one for the errors of each formula, which are asked where there is no cell. */
function manyStatements(context: WriteContext, nodes: readonly Node[], slice: Slice, isNamed: boolean): RowStatement[] {
  const failing = nodes.filter((node) => context.schema.columns.get(node.columnId)?.type === 'formula')
  const isList = 'ids' in slice
  const form: Form = { isList, isNamed }
  const all = [manyStatement(context, nodes, 'update', form), ...failing.map((node) => manyStatement(context, [node], 'errors', form))]
  return all.map((statement) => (isList ? boundTo(statement, slice.ids) : boundToStretch(statement, slice.first, slice.last)))
}

/** Whether the rows come as a list or as a stretch, and whether those that changed are named. */
type Form = { isList: boolean; isNamed: boolean }

function manyStatement(context: WriteContext, nodes: readonly Node[], kind: 'update' | 'errors', form: Form): RowStatement {
  const key = `compute ${kind} ${form.isList} ${form.isNamed} ${context.today} ${nodes.map((node) => node.columnId).join(' ')}`
  return keptRowStatement(context.schema, key, () => {
    const fields = fieldsOfNodes(context, nodes)
    const rows = form.isList ? sql`r.id in ${boundRows()}` : inBoundStretch(sql`r.id`)
    const query = (kind === 'update' ? updateQuery : errorsQuery)(nodes[0]?.tableId ?? 0, fields, rows)
    return form.isNamed ? sql`${query} returning id` : query
  })
}

type Kind = 'compare' | 'write'

function statementOf(context: WriteContext, nodes: readonly Node[], kind: Kind, rows: readonly number[]): RowStatement {
  const key = `compute ${kind} ${context.today} ${nodes.map((node) => node.columnId).join(' ')}`
  return boundTo(
    keptRowStatement(context.schema, key, () => queryOf(context, nodes, kind)),
    rows,
  )
}

const fieldsOfNodes = (context: WriteContext, nodes: readonly Node[]): Field[] =>
  nodes.flatMap((node) => fieldsOf(context, computedColumn(context.schema, node), 'r'))

function queryOf(context: WriteContext, nodes: readonly Node[], kind: Kind): RawBuilder<unknown> {
  const table = tableRef(nodes[0]?.tableId ?? 0)
  switch (kind) {
    case 'write': {
      const fields = nodes.flatMap((node) => fieldNames(computedColumn(context.schema, node)))
      const marks = fields.map(({ name }) => sql`${sql.ref(name)} = ${null}`)
      return sql`update ${table} set ${join(marks)} where id = ${null}`
    }
    case 'compare': {
      const columns = nodes.map((node) => computedColumn(context.schema, node))
      const { joins, values } = rollupPasses(context, columns, 'r', 'asked')
      const both = columns.flatMap((column) =>
        fieldsOf(context, column, 'r').map(({ name, value }) => sql`${sql.ref(`r.${name}`)}, ${values.get(column.id) ?? value}`),
      )
      return sql`with asked (id) as materialized ${boundRows()}
        select r.id, ${join(both)} from ${table} r ${joins} where r.id in (select id from asked)`
    }
    default:
      return assertNever(kind)
  }
}

function updateQuery(tableId: number, fields: readonly Field[], rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const table = tableRef(tableId)
  const cells = fields.filter((field) => field.beside === null)
  if (cells.every(({ value }) => isCheap(value))) {
    const sets = cells.map(({ name, value }) => sql`${sql.ref(name)} = ${value}`)
    const differs = cells.map(({ name, value }) => sql`${sql.ref(`r.${name}`)} is not ${value}`)
    return sql`update ${table} as r set ${join(sets)} where ${rows} and (${join(differs, ' or ')})`
  }
  const values = cells.map(({ name, value }) => sql`${value} as ${sql.ref(name)}`)
  const sets = cells.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`f.${name}`)}`)
  const differs = cells.map(({ name }) => sql`${sql.ref(`${tableName(tableId)}.${name}`)} is not ${sql.ref(`f.${name}`)}`)
  // Materialized: else SQLite looks the list of rows up for every row of it, and makes each value twice.
  return sql`with f as materialized (select r.id as row_id, ${join(values)} from ${table} r where ${rows})
    update ${table} set ${join(sets)} from f
    where ${sql.ref(`${tableName(tableId)}.id`)} = f.row_id and (${join(differs, ' or ')})`
}

/** Whether a value is made sooner twice than kept once: one that reads no other row and calls no function of ours. */
const isCheap = (value: RawBuilder<unknown>): boolean => !/\b(?:select|kebu_\w+)\b/u.test(compileSql(value).text)

/** Errors are asked only of rows without a value, so that a formula that seldom fails costs no more than its value. */
function errorsQuery(tableId: number, fields: readonly Field[], rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const field = fields.find(({ beside }) => beside !== null)
  if (field === undefined || field.beside === null) throw new Error('no errors to write')
  const [error, cell] = [sql.ref(`r.${field.name}`), sql.ref(`r.${field.beside}`)]
  const fresh = sql`case when ${cell} is null then ${field.value} end`
  return sql`update ${tableRef(tableId)} as r set ${sql.ref(field.name)} = ${fresh}
    where (${cell} is null or ${error} is not null) and ${error} is not (${fresh}) and ${rows}`
}

function computedColumn(schema: Schema, node: Node): ComputedColumn {
  const column = schema.columns.get(node.columnId)
  if (column === undefined || !isComputed(column)) throw new Error(`column ${node.columnId} is not computed`)
  return column
}

function stampColumns(schema: Schema, tableId: number): number[] {
  return schema.columnsOf(tableId).flatMap((column) => (column.type === 'modifiedTime' || column.type === 'modifiedBy' ? [column.id] : []))
}

/** Both ends of every pair that came or went, and the rows whose links were put in order, by link and side. */
function linkEnds(change: Change): Map<string, number[]> {
  const ends = new Map<string, number[]>()
  const add = (linkId: number, side: 'a' | 'b', ids: readonly number[]): void => {
    const key = `${linkId}${side}`
    const known = ends.get(key) ?? []
    for (const id of ids) known.push(id)
    ends.set(key, known)
  }
  for (const pairs of [...change.linked, ...change.unlinked]) for (const side of ['a', 'b'] as const) add(pairs.linkId, side, pairs[side])
  for (const pairs of change.reordered) add(pairs.linkId, pairs.side, pairs[pairs.side])
  return ends
}

/** The rows from which these steps lead to the given ones; without a step, those themselves. */
function rowsAlong(context: WriteContext, steps: readonly LinkStep[], end: RowSet | undefined): Iterable<number> | 'all' {
  if (end === 'all') return 'all'
  let rows: readonly number[] = [...(end ?? [])]
  for (const { linkId, side } of steps.toReversed()) {
    if (rows.length === 0) return []
    const find = context.db.prepareIds(
      `select distinct ${side} from ${linkName(linkId)} where ${otherSide(side)} in (select value from json_each(?))`,
    )
    rows = find([JSON.stringify(rows)])
  }
  return rows
}
