import type { ReadDb, WriteDb } from './db.ts'
import { meta, sql } from './sql.ts'

/** SQL tables and columns of the file that nothing described, or in the trash, but not in the base, needs. */
export type Leftovers = { tables: string[]; columns: { table: string; name: string }[] }

/** What stands in the file for tables, links and columns that are gone; a column may have others of its number beside it. */
export function leftovers(db: ReadDb): Leftovers {
  const live = db.all(meta.selectFrom('kebu_schema').select(['kind', 'id', 'body']).where('deleted', '=', 0))
  const idsOf = (kind: string): Set<number> => new Set(live.filter((thing) => thing.kind === kind).map((thing) => thing.id))
  const tableIds = idsOf('table')
  const columnIds = idsOf('column')
  const linkIds = new Set(
    db.ids(sql`select json_extract(body, '$.settings.linkId') from kebu_schema
      where kind = 'column' and deleted = 0 and json_extract(body, '$.type') = 'link'`),
  )
  const names = db
    .all(sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`)
    .map((table) => table.name)
    .filter((name) => /^[tsl]\d+$/u.test(name))
  const isLive = (name: string): boolean => (name.startsWith('l') ? linkIds : tableIds).has(Number(name.slice(1)))
  const columns = names
    .filter((name) => name.startsWith('t') && isLive(name))
    .flatMap((table) =>
      db
        .all(sql<{ name: string }>`select name from pragma_table_info(${table})`)
        .filter(({ name }) => /^c\d+/u.test(name) && !columnIds.has(Number.parseInt(name.slice(1), 10)))
        .map(({ name }) => ({ table, name })),
    )
  return { tables: names.filter((name) => !isLive(name)), columns }
}

export function removeSqlTable(db: WriteDb, name: string): void {
  db.run(sql`drop table ${sql.table(name)}`)
}

/** With the indexes over it: SQLite drops no column that one stands on. */
export function removeSqlColumn(db: WriteDb, { table, name }: Leftovers['columns'][number]): void {
  const over = db.all(sql<{ name: string }>`select name from sqlite_master
    where type = 'index' and tbl_name = ${table} and instr(sql, ${`"${name}"`}) > 0`)
  for (const index of over) db.run(sql`drop index ${sql.ref(index.name)}`)
  db.run(sql`alter table ${sql.table(table)} drop column ${sql.ref(name)}`)
}
