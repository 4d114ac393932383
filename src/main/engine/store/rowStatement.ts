import type { Schema } from './schema.ts'
import { compileSql, sql, type RawBuilder, type SqlValue } from './sql.ts'

/** A statement over some rows of a table, or all, whose list of rows is bound anew each time it runs. */
export type RowStatement = { text: string; parameters: SqlValue[]; /** Where the list stands; null for all rows. */ idsAt: number | null }

/** Stands for the list of rows while a statement is built; no user text can equal it. */
const rowsMark = '\u0000rows'

/** `(select …)` over the rows that will be bound. */
export const boundRows = (): RawBuilder<unknown> => sql`(select value from json_each(${rowsMark}))`

/** Stand for the first and the last row of a stretch. */
const [firstMark, lastMark] = ['\u0000first', '\u0000last']

/** The condition that a row lies in the stretch that will be bound: read far faster than rows named one by one. */
export const inBoundStretch = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`${id} between ${firstMark} and ${lastMark}`

export function rowStatement(query: RawBuilder<unknown>): RowStatement {
  const { text, parameters } = compileSql(query)
  const idsAt = parameters.indexOf(rowsMark)
  return { text, parameters, idsAt: idsAt === -1 ? null : idsAt }
}

/**
 * The same statement each time for a schema and a key: building one costs more than running it for a single row.
 * `from` is what it is made of beside these: where one of them is another, it is made anew in place of the old one.
 */
export function keptRowStatement(schema: Schema, key: string, build: () => RawBuilder<unknown>, from: readonly unknown[] = []): RowStatement {
  const ofSchema = kept.get(schema) ?? new Map<string, { statement: RowStatement; from: readonly unknown[] }>()
  kept.set(schema, ofSchema)
  const known = ofSchema.get(key)
  if (known !== undefined && known.from.length === from.length && known.from.every((part, index) => part === from[index])) return known.statement
  const statement = rowStatement(build())
  ofSchema.set(key, { statement, from })
  return statement
}

const kept = new WeakMap<Schema, Map<string, { statement: RowStatement; from: readonly unknown[] }>>()

/** The statement for these rows. */
export function boundTo(statement: RowStatement, rowIds: readonly number[] | null): RowStatement {
  const { idsAt, parameters } = statement
  return idsAt === null ? statement : { ...statement, parameters: parameters.with(idsAt, JSON.stringify(rowIds ?? [])) }
}

/** The statement for the rows from the first to the last. */
export function boundToStretch(statement: RowStatement, first: number, last: number): RowStatement {
  const parameters = statement.parameters.map((value) => (value === firstMark ? first : value === lastMark ? last : value))
  return { ...statement, parameters }
}
