import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type CompiledQuery,
  type QueryExecutorProvider,
  type RawBuilder,
} from 'kysely'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import type { MetaTables } from './metaTables.ts'

export { sql }
export type { RawBuilder }

/** Anything Kysely can compile: a builder or a `sql` template. */
export type Query<Row> = { compile(provider: QueryExecutorProvider): CompiledQuery<Row> }

/**
 * The dialect seam: builds SQL for the tables Kebu keeps for itself, and runs nothing.
 * Another database needs another compiler here and another `db.ts`.
 */
export const meta = new Kysely<MetaTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export const tableName = (tableId: number): string => `t${tableId}`
export const columnName = (columnId: number): string => `c${columnId}`
/** Where a formula's errors stand, so that its own column holds values only and can be summed, sorted and filtered. */
export const errorName = (columnId: number): string => `e${columnId}`
export const linkName = (linkId: number): string => `l${linkId}`
export const searchName = (tableId: number): string => `s${tableId}`

/** Where the place of a pair stands: `oa` its place among the rows of its row at side a. */
export const placeName = (side: 'a' | 'b'): string => `o${side}`

export const tableRef = (tableId: number): RawBuilder<unknown> => sql.table(tableName(tableId))
export const linkRef = (linkId: number): RawBuilder<unknown> => sql.table(linkName(linkId))
export const searchRef = (tableId: number): RawBuilder<unknown> => sql.table(searchName(tableId))

/**
 * The pairs of a link in the order of its rows at `side`, named `alias`: going on from them to those rows is a step to the next
 * row each time, and no search.
 */
export const linkInOrderOf = (linkId: number, side: 'a' | 'b', alias: string): RawBuilder<unknown> =>
  sql`${linkRef(linkId)} ${sql.ref(alias)} indexed by ${sql.ref(`${linkName(linkId)}_${side === 'a' ? 'ab' : 'ba'}`)}`

/** A name inside a table, qualified by the table's alias when one is given. */
export function nameRef(name: string, alias?: string): RawBuilder<unknown> {
  return alias === undefined ? sql.ref(name) : sql.ref(`${alias}.${name}`)
}

export const columnRef = (columnId: number, alias?: string): RawBuilder<unknown> => nameRef(columnName(columnId), alias)

/** The stored cell of a column; creation and change stamps live in the row's own columns. */
export function cellRef(column: Column, alias?: string): RawBuilder<unknown> {
  return nameRef(cellName(column), alias)
}

/** The cell as the text a person would search in: an address in one line, files by their names, anything else as it is stored. */
export function textRef(column: Column, alias?: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  if (fileColumnTypes.has(column.type)) return namesRef(cell)
  if (column.type !== 'address') return cell
  const part = (name: string): RawBuilder<unknown> => sql`json_extract(${cell}, ${`$.${name}`})`
  return sql`case when json_valid(${cell}) then ${part('province')} || case when ${part('city')} = ${part('province')} then '' else ${part('city')} end
    || ${part('district')} || ${part('detail')} else ${cell} end`
}

function namesRef(cell: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select group_concat(json_extract(value, '$.name'), ' ') from json_each(case when json_valid(${cell}) then ${cell} end))`
}

export function cellName(column: Column): string {
  switch (column.type) {
    case 'createdTime':
      return 'created_at'
    case 'createdBy':
      return 'created_by'
    case 'modifiedTime':
      return 'updated_at'
    case 'modifiedBy':
      return 'updated_by'
    default:
      return columnName(column.id)
  }
}

/** What a map says of the id in a cell, null where it says nothing. A computed cell may hold its id as a double. */
export function saidOf(cell: RawBuilder<unknown>, said: ReadonlyMap<number, string | number>): RawBuilder<unknown> {
  if (said.size === 0) return sql`null`
  return sql`json_extract(${JSON.stringify(Object.fromEntries(said))}, '$."' || cast(${cell} as integer) || '"')`
}

/** The order of the rows that a row at `side` is linked to: those without a place as they were made, then the others by theirs. */
export function linkOrder(side: 'a' | 'b', alias: string): RawBuilder<unknown> {
  // SQLite sorts null first; an index of each side has this order.
  return sql`${nameRef(placeName(side), alias)}, ${nameRef(side === 'a' ? 'b' : 'a', alias)}`
}

/** A list of ids as one bound value, so that a statement serves lists of any length. */
export function idList(ids: readonly number[]): RawBuilder<unknown> {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`
}

/**
 * The ids that a rule or filter names. A few stand there one by one, for SQLite makes a table of a list each time the
 * statement runs, in every expression that has one: rules read by an edit have dozens.
 */
export function namedIds(ids: readonly number[]): RawBuilder<unknown> {
  if (ids.length === 0 || ids.length > fewNamed || !ids.every((id) => Number.isSafeInteger(id))) return idList(ids)
  return sql`(${sql.raw(ids.join(', '))})`
}

const fewNamed = 12

export const join = (parts: readonly RawBuilder<unknown>[], separator = ', '): RawBuilder<unknown> => sql.join([...parts], sql.raw(separator))

export type SqlValue = CellValue | Uint8Array

/** The text and the values of a query, as they are bound. */
export function compileSql(query: Query<unknown>): { text: string; parameters: SqlValue[] } {
  const compiled = query.compile(meta)
  return { text: compiled.sql, parameters: compiled.parameters.map(bindable) }
}

function bindable(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  throw new TypeError(`Not a value SQLite can bind: ${typeof value}`)
}
