import Database from 'better-sqlite3'
import type { CellValue } from '#shared/model/cell.ts'
import { registerFunctions, type SqlFunction } from './functions.ts'
import { compileSql, type Query, type SqlValue } from './sql.ts'

/** What a read may do. A handler that only has this cannot write. */
export type ReadDb = {
  all<Row>(query: Query<Row>): Row[]
  get<Row>(query: Query<Row>): Row | undefined
  /** Rows as arrays, in the order of the selected columns; for hot paths. */
  rows(query: Query<unknown>): CellValue[][]
  iterate(query: Query<unknown>): IterableIterator<CellValue[]>
  /** The first column of each row, as numbers. */
  ids(query: Query<unknown>): number[]
  /** A statement kept by its text; for SQL that is built once and run often. */
  prepareRows(text: string): (parameters: readonly SqlValue[]) => CellValue[][]
  /** The same for the first column of each row, as numbers. */
  prepareIds(text: string): (parameters: readonly SqlValue[]) => number[]
}

export type WriteDb = ReadDb & {
  /** Answers how many rows changed. */
  run(query: Query<unknown>): number
  prepare(text: string): (parameters: readonly SqlValue[]) => number
}

/** An open file: its handle for reads and writes, and what only the store itself may do. */
export type Connection = {
  db: WriteDb
  exec(text: string): void
  pragma(text: string): unknown
  backup(path: string): void
  /** The same page by page, beside other work. */
  copyTo(path: string, onPages: (done: number, total: number) => void): Promise<void>
  close(): void
}

/** All of the work or nothing of it. */
export function inTransaction<Output>({ exec }: Connection, work: () => Output): Output {
  exec('BEGIN IMMEDIATE')
  try {
    const output = work()
    exec('COMMIT')
    return output
  } catch (error) {
    rollBack(exec)
    throw error
  }
}

export function rollBack(exec: Connection['exec']): void {
  try {
    exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself already, as it does when the disk is full.
  }
}

/** Pages copied before others have their turn: 8 MB. */
const pagesAtOnce = 2000

/** The most statements kept ready on one connection. */
const statementLimit = 500

export function connect(path: string, options: { readOnly: boolean; functions?: readonly SqlFunction[] }): Connection {
  const database = new Database(path, { readonly: options.readOnly, fileMustExist: true, timeout: 5000 })
  registerFunctions(database, options.functions ?? [])
  return {
    db: handleOf(database),
    exec: (text) => void database.exec(text),
    pragma: (text) => database.pragma(text, { simple: true }),
    backup: (target) => void database.prepare('VACUUM INTO ?').run(target),
    copyTo: async (target, onPages) => {
      const progress = ({ totalPages, remainingPages }: Database.BackupMetadata): number => {
        onPages(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      }
      await database.backup(target, { progress })
    },
    close: () => void database.close(),
  }
}

function handleOf(database: Database.Database): WriteDb {
  const objects = statementCache((text) => database.prepare<SqlValue[], never>(text))
  const arrays = statementCache((text) => database.prepare<SqlValue[], CellValue[]>(text).raw(true))
  const plucked = statementCache((text) => database.prepare<SqlValue[], number>(text).pluck(true))
  return {
    all: (query) => {
      const { text, parameters } = compileSql(query)
      return objects(text).all(...parameters)
    },
    get: (query) => {
      const { text, parameters } = compileSql(query)
      return objects(text).get(...parameters)
    },
    rows: (query) => {
      const { text, parameters } = compileSql(query)
      return arrays(text).all(...parameters)
    },
    iterate: (query) => {
      const { text, parameters } = compileSql(query)
      // Not from the cache: a statement that is being iterated cannot run again beside itself.
      return database
        .prepare<SqlValue[], CellValue[]>(text)
        .raw(true)
        .iterate(...parameters)
    },
    ids: (query) => {
      const { text, parameters } = compileSql(query)
      return plucked(text).all(...parameters)
    },
    prepareRows: (text) => {
      const statement = arrays(text)
      return (parameters) => statement.all(...parameters)
    },
    prepareIds: (text) => {
      const statement = plucked(text)
      return (parameters) => statement.all(...parameters)
    },
    run: (query) => {
      const { text, parameters } = compileSql(query)
      return objects(text).run(...parameters).changes
    },
    prepare: (text) => {
      const statement = objects(text)
      return (parameters) => statement.run(...parameters).changes
    },
  }
}

function statementCache<Statement>(prepare: (text: string) => Statement): (text: string) => Statement {
  const kept = new Map<string, Statement>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= statementLimit) kept.clear()
    const statement = prepare(text)
    kept.set(text, statement)
    return statement
  }
}
