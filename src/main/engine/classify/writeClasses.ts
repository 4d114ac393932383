import type { WriteContext } from '../context.ts'
import { boundRows, boundTo, keptRowStatement, rowStatement, type RowStatement } from '../store/rowStatement.ts'
import { schemesWithLocks } from '../store/classLocks.ts'
import { columnName, columnRef, join, sql, tableName, tableRef, type RawBuilder } from '../store/sql.ts'
import { metricOf } from './classSql.ts'
import { dueSql } from './dueSql.ts'
import type { Cuts, Span } from './cuts.ts'
import { metricSql } from './metricSql.ts'
import { recordMoves, recordMovesOf, recordTagMovesOf, type Move } from './moves.ts'
import { movesFrom } from './movesFrom.ts'
import type { ClassColumn, ClassingCause } from './ports.ts'
import { schemeById } from './schemes.ts'
import { classCell, movesBetween } from './movesBetween.ts'

/** A class column and, if it ranks, where the ranking divides. */
export type Classed = { column: ClassColumn; cuts: Cuts | null }

/** These rows, and those whose metric lies in the span; `rowIds` null: every row. */
export type Scope = { rowIds: readonly number[] | null; span: Span | null }

/** Up to this many rows are compared one by one, which tells exactly which of the classes changed. */
const mostCompared = 1000

/** Writes the classes of rows where they are not what the rules say; answers which rows changed, by column. */
export function writeClasses(context: WriteContext, classed: readonly Classed[], scope: Scope, why: ClassingCause): Map<number, number[]> {
  if (classed.length === 0) return new Map()
  if (scope.rowIds?.length === 0 && scope.span === null) return new Map()
  return scope.rowIds === null || scope.rowIds.length > mostCompared
    ? writeMany(context, classed, scope, why)
    : writeFew(context, classed, scope, why)
}

function writeFew(context: WriteContext, classed: readonly Classed[], scope: Scope, why: ClassingCause): Map<number, number[]> {
  const columns = classed.map(({ column }) => column)
  const moves = new Map<number, Move[]>()
  const changed = new Map<number, number[]>()
  const { text, parameters } = statementOf(context, classed, scope, 'compare')
  const [tableId = 0] = columns.map((column) => column.tableId)
  const write = context.db.prepare(
    `update ${tableName(tableId)} set ${columns.map((column) => `${columnName(column.columnId)} = ?`).join(', ')} where id = ?`,
  )
  for (const [id, ...cells] of context.db.prepareRows(text)(parameters)) {
    const due = columns.map((_, index) => classCell(cells[index * 2 + 1]))
    write([...due, Number(id)])
    columns.forEach((column, index) => {
      const from = classCell(cells[index * 2])
      const to = due[index] ?? null
      if (from === to) return
      changed.set(column.columnId, [...(changed.get(column.columnId) ?? []), Number(id)])
      const steps = movesBetween(from, to).map((step) => ({ rowId: Number(id), ...step }))
      moves.set(column.columnId, [...(moves.get(column.columnId) ?? []), ...steps])
    })
  }
  recordMoves(context, columns, moves, why)
  return changed
}

/** One statement for all; where one of the classes changed in a row, all of them count as changed there. */
function writeMany(context: WriteContext, classed: readonly Classed[], scope: Scope, why: ClassingCause): Map<number, number[]> {
  const mayMove = movesStatement(context, classed, scope, why, 'any')
  if (context.db.prepareRows(mayMove.text)(mayMove.parameters).length > 0) {
    for (const each of classed) {
      const isTags = schemeById(context.schema, each.column.schemeId).rule.kind === 'tags'
      const { text, parameters } = movesStatement(context, [each], scope, why, isTags ? 'tagMoves' : 'moves')
      if (isTags) recordTagMovesOf(context, each.column, text, parameters, why)
      else recordMovesOf(context, each.column, text, parameters, why)
    }
  }
  const { text, parameters } = statementOf(context, classed, scope, 'update')
  const changed = context.db
    .prepareRows(text)(parameters)
    .map((row) => Number(row[0]))
  return new Map(classed.map(({ column }) => [column.columnId, changed]))
}

/** Rows that differ, with what they have and what is due; or the writing itself. */
type Kind = 'compare' | 'update'

function statementOf(context: WriteContext, classed: readonly Classed[], scope: Scope, kind: Kind): RowStatement {
  return keptStatement(context, classed, scope, kind, () => queryOf(context, classed, scope, kind))
}

/** Whether any row may move; the rows that do; or those whose tags do. */
type MoveKind = 'any' | 'moves' | 'tagMoves'

/** Whether any row may move, found without asking a rule; or the rows that do, with the classes from which and to which. */
function movesStatement(context: WriteContext, classed: readonly Classed[], scope: Scope, why: ClassingCause, kind: MoveKind): RowStatement {
  const build = (): RawBuilder<unknown> => movesQuery(context, classed, scope, why, kind)
  const isPlain = why.added.length === 0 && why.beginning.size === 0
  return isPlain ? keptStatement(context, classed, scope, kind, build) : boundTo(rowStatement(build()), scope.rowIds)
}

function keptStatement(
  context: WriteContext,
  classed: readonly Classed[],
  scope: Scope,
  kind: Kind | MoveKind,
  build: () => RawBuilder<unknown>,
): RowStatement {
  if (scope.span !== null) return boundTo(rowStatement(build()), scope.rowIds)
  const schemeIds = classed.map(({ column }) => column.schemeId)
  const locked = schemesWithLocks(context.db, schemeIds)
  const key = `classify ${kind} ${scope.rowIds === null} ${context.today} ${schemeIds.map((id) => `${id}${locked.has(id) ? 'k' : ''}`).join(' ')}`
  const cuts = classed.map((each) => each.cuts)
  return boundTo(keptRowStatement(context.schema, key, build, cuts), scope.rowIds)
}

function queryOf(context: WriteContext, classed: readonly Classed[], scope: Scope, kind: Kind): RawBuilder<unknown> {
  const table = tableRef(classed[0]?.column.tableId ?? 0)
  const parts = classed.map((each) => {
    const name = columnName(each.column.columnId)
    return { name: sql.ref(name), was: sql.ref(`r.${name}`), due: dueOf(context, each) }
  })
  const where = scopeSql(context, classed, scope)
  const differs = join(
    parts.map(({ was, due }) => sql`${was} is not ${due}`),
    ' or ',
  )
  if (kind === 'compare') {
    const pairs = join(parts.map(({ was, due }) => sql`${was}, ${due}`))
    return sql`select r.id, ${pairs} from ${table} r where ${where} and (${differs})`
  }
  const sets = parts.map(({ name, due }) => sql`${name} = ${due}`)
  return sql`update ${table} as r set ${join(sets)} where ${where} and (${differs}) returning id`
}

function movesQuery(context: WriteContext, classed: readonly Classed[], scope: Scope, why: ClassingCause, kind: MoveKind): RawBuilder<unknown> {
  const table = tableRef(classed[0]?.column.tableId ?? 0)
  const where = scopeSql(context, classed, scope)
  const parts = classed.map((each) => ({ ...movesFrom(each.column, why), was: columnRef(each.column.columnId, 'r'), due: dueOf(context, each) }))
  const one = (part: (typeof parts)[number]): RawBuilder<unknown> => sql`(${part.isMove} and ${part.was} is not ${part.due})`
  if (kind === 'any')
    return sql`select 1 from ${table} r where ${where} and (${join(
      parts.map(({ mayMove }) => mayMove),
      ' or ',
    )}) limit 1`
  if (kind === 'tagMoves') {
    const cells = join(parts.map(({ was, due, isFirst, isAsked }) => sql`${was}, ${due}, ${isFirst}, ${isAsked}`))
    const differ = parts.map(({ was, due, isAsked }) => sql`${isAsked} or ${was} is not ${due}`)
    return sql`select r.id, ${cells} from ${table} r where ${where} and (${join(differ, ' or ')})`
  }
  const pairs = join(parts.map(({ was, due }) => sql`${was}, ${due}`))
  return sql`select r.id, ${pairs} from ${table} r where ${where} and (${join(parts.map(one), ' or ')})`
}

const dueOf = (context: WriteContext, { column, cuts }: Classed): RawBuilder<unknown> =>
  dueSql(context, { ...schemeById(context.schema, column.schemeId), keeps: column.keeps }, cuts, 'r')

function scopeSql(context: WriteContext, classed: readonly Classed[], { rowIds, span }: Scope): RawBuilder<unknown> {
  if (rowIds === null) return sql`1`
  const named = sql`r.id in ${boundRows()}`
  const [first] = classed
  const metric = first === undefined ? null : metricOf(schemeById(context.schema, first.column.schemeId).rule)
  if (span === null || metric === null) return named
  const value = metricSql(context, metric, 'r')
  return sql`(${named} or (${value} >= ${span.from} and ${value} <= ${span.to}))`
}
