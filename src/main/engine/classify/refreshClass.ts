import type { Scheme } from '#shared/model/scheme.ts'
import type { Schema, WriteContext } from '../context.ts'
import { columnName, compileSql, sql, tableName, tableRef, type SqlValue } from '../store/sql.ts'
import { classSql } from './classSql.ts'
import { rank, readRanking, writeRanking, type Cuts } from './cuts.ts'
import { recordMoves, type Move } from './moves.ts'
import type { ClassColumn, ClassRefresh } from './ports.ts'

/** Up to this many rows in the table, ranking is a part of the edit that calls for it. */
const mostRankedAtOnce = 5000

/** Brings the class of these rows (null: all) up to date and records the moves. */
export function refreshClass(context: WriteContext, column: ClassColumn, rowIds: readonly number[] | null): ClassRefresh {
  if (!column.rankBased) return { changed: writeClasses(context, column, null, rowIds), ranksDue: false }
  const known = rowIds === null || rowIds.length > mostRankedAtOnce ? null : readRanking(context.db, column.schemeId)
  // The ranking grows old with every row that comes; it is renewed long before this bound matters.
  if (known === null || known.rows <= mostRankedAtOnce) return refreshRanks(context, column)
  return { changed: writeClasses(context, column, known.cuts, rowIds), ranksDue: true }
}

/** Ranks the whole population anew, whatever its size. */
export function refreshRanks(context: WriteContext, column: ClassColumn): ClassRefresh {
  const ranking = rank(context, schemeOf(context, column))
  if (ranking !== null) writeRanking(context, column.schemeId, ranking)
  return { changed: writeClasses(context, column, ranking?.cuts ?? null, null), ranksDue: false }
}

function schemeOf(context: WriteContext, column: ClassColumn): Scheme {
  const scheme = context.schema.schemes.get(column.schemeId)
  if (scheme === undefined) throw new Error(`no scheme ${column.schemeId}`)
  return scheme
}

function writeClasses(context: WriteContext, column: ClassColumn, cuts: Cuts | null, rowIds: readonly number[] | null): number[] {
  const { text, parameters, idsAt } = statementOf(context, column, cuts, rowIds !== null)
  const bound = idsAt === null ? parameters : parameters.with(idsAt, JSON.stringify(rowIds))
  const found = context.db.prepareRows(text)(bound)
  const moves = found.map((row): Move => ({ rowId: Number(row[0]), from: optionOrNull(row[1]), to: optionOrNull(row[2]), rowMadeAt: String(row[3]) }))
  const write = context.db.prepare(`update ${tableName(column.tableId)} set ${columnName(column.columnId)} = ? where id = ?`)
  for (const move of moves) write([move.to, move.rowId])
  recordMoves(context, column, moves, rowIds === null)
  return moves.map((move) => move.rowId)
}

const optionOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

type Statement = { text: string; parameters: SqlValue[]; /** Where the list of rows is bound. */ idsAt: number | null }

/** Statements by schema and day: building one costs more than running it for a single row. */
const kept = new WeakMap<Schema, Map<string, Statement>>()

/** Finds the rows whose class is not what the rule says: id, present class, right class, when the row was made. */
function statementOf(context: WriteContext, column: ClassColumn, cuts: Cuts | null, named: boolean): Statement {
  if (cuts !== null) return build(context, column, cuts, named)
  const ofSchema = kept.get(context.schema) ?? new Map<string, Statement>()
  kept.set(context.schema, ofSchema)
  const key = `${column.schemeId} ${named} ${context.today} ${context.actorId}`
  const statement = ofSchema.get(key) ?? build(context, column, null, named)
  ofSchema.set(key, statement)
  return statement
}

function build(context: WriteContext, column: ClassColumn, cuts: Cuts | null, named: boolean): Statement {
  const only = named ? sql`where r.id in (select value from json_each(${idsMark}))` : sql``
  const { text, parameters } = compileSql(sql`
    select id, was, due, made from (
      select r.id, ${sql.ref(`r.${columnName(column.columnId)}`)} as was,
        ${classSql(context, schemeOf(context, column), cuts, 'r')} as due, r.created_at as made
      from ${tableRef(column.tableId)} r ${only}
    ) where was is not due`)
  const idsAt = parameters.indexOf(idsMark)
  return { text, parameters, idsAt: idsAt === -1 ? null : idsAt }
}

/** Stands for the list of rows while a statement is built; no user text can equal it. */
const idsMark = '\u0000rows to class'
