import Database from 'better-sqlite3'
import { parseJson } from '#shared/lib/parseJson.ts'

/** All a base holds but its log and counters: what a person could see, now or after restoring from the trash. */
export function contentOf(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true })
  try {
    const names = database
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
      .all()
      .map((row) => row.name)
      .filter((name) => /^[tl]\d+$/u.test(name))
    const unseen = unseenColumns(database)
    const content = Object.fromEntries(
      names.map((name) => [
        name,
        database
          .prepare<[], Record<string, unknown>>(`select * from ${name} order by 1, 2`)
          .all()
          .map((row) => filled(row, unseen)),
      ]),
    )
    const schema = database
      .prepare<[], { kind: string; id: number; body: string }>('select kind, id, body from kebu_schema where deleted = 0 order by kind, id')
      .all()
      // The order in which a body names its parts is no content.
      .map(({ body, ...rest }) => ({ ...rest, body: parseJson(body) }))
    // In the trash nobody looks for words, and a table that comes back has them made anew.
    const live = new Set(schema.flatMap(({ kind, id }) => (kind === 'table' ? [`t${id}`] : [])))
    const words = Object.fromEntries(
      names
        .filter((name) => live.has(name))
        .map((name) => {
          const search = name.replace('t', 's')
          database.exec(`create virtual table if not exists temp.words_${search} using fts5vocab('main', '${search}', 'instance')`)
          return [
            `words of ${name}`,
            database.prepare(`select term, doc, col, offset from temp.words_${search} order by doc, col, offset, term`).all(),
          ]
        }),
    )
    const locks = database.prepare('select * from kebu_class_lock order by scheme_id, row_id').all()
    return { ...withoutEmpty(content), ...withoutEmpty(words), schema, locks }
  } finally {
    database.close()
  }
}

/** SQL columns nobody sees and nothing brings back as they are: what stands aside of a column of another type, derived cells in the trash. */
function unseenColumns(database: Database.Database): ReadonlySet<string> {
  const rows = database
    .prepare<[], { id: number; deleted: number; type: string }>(
      "select id, deleted, json_extract(body, '$.type') as type from kebu_schema where kind = 'column' and deleted > 0",
    )
    .all()
  return new Set(
    rows.filter(({ deleted, type }) => deleted === 2 || ['link', 'lookup', 'rollup', 'formula'].includes(type)).map(({ id }) => `c${id}`),
  )
}

/** A row without its empty cells: a column that was made and taken back leaves empty cells behind. */
function filled(row: Record<string, unknown>, unseen: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && !unseen.has(name)))
}

/** A table that was made and taken back leaves an empty SQL table behind, which nobody sees. */
function withoutEmpty(tables: Record<string, unknown[]>): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0))
}
