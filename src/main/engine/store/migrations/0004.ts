import { z } from 'zod'
import { sql } from '../sql.ts'
import type { WriteDb } from '../db.ts'
import type { Migration } from './migration.ts'

/**
 * Pairs of a link have places: `oa` among the rows of a, `ob` among those of b, with an index for each order. And
 * entries of the log are found by the rows they linked, as by those they changed.
 */
export const migration0004: Migration = {
  version: 4,
  sql: '',
  afterwards: (db) => {
    for (const name of junctions(db)) addPlaces(db, name)
    indexLinks(db)
  },
}

function junctions(db: WriteDb): string[] {
  return db
    .all(sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`)
    .map(({ name }) => name)
    .filter((name) => /^l\d+$/u.test(name))
}

function addPlaces(db: WriteDb, name: string): void {
  db.run(sql`alter table ${sql.table(name)} add column oa integer`)
  db.run(sql`alter table ${sql.table(name)} add column ob integer`)
  db.run(sql`drop index if exists ${sql.ref(`${name}_ba`)}`)
  db.run(sql`create index ${sql.ref(`${name}_ab`)} on ${sql.table(name)} (a, oa, b)`)
  db.run(sql`create index ${sql.ref(`${name}_ba`)} on ${sql.table(name)} (b, ob, a)`)
}

/** Small entries are JSON and say which rows they linked; large ones are looked into whenever a row of the tables is asked about. */
function indexLinks(db: WriteDb): void {
  const tables = tablesOfLinks(db)
  const insert = db.prepare('insert into kebu_log_rows (entry_id, table_id, first_id, last_id) values (?, ?, ?, ?)')
  const ids = db.ids(sql`select id from kebu_log where summary not like '%"linked":0,"unlinked":0%' order by id`)
  for (const id of ids) {
    const [row] = db.all(sql<{ change: Uint8Array }>`select change from kebu_log where id = ${id}`)
    const rows = row?.change[0] === plain ? rowsOf(row.change, tables) : everyRow(tables)
    for (const [tableId, first, last] of rows) insert([id, tableId, first, last])
  }
}

const plain = 0

type Stretch = [tableId: number, first: number, last: number]

const endSchema = z.object({
  tableId: z.number(),
  type: z.literal('link'),
  settings: z.object({ linkId: z.number(), side: z.enum(['a', 'b']) }),
})

/** The tables at both ends of each link, deleted ones too: `5a` is side a of link 5. */
function tablesOfLinks(db: WriteDb): Map<string, number> {
  const bodies = db.all(sql<{ body: string }>`select body from kebu_schema where kind = 'column'`)
  return new Map(
    bodies.flatMap(({ body }): [string, number][] => {
      const end = endSchema.safeParse(JSON.parse(body))
      return end.success ? [[`${end.data.settings.linkId}${end.data.settings.side}`, end.data.tableId]] : []
    }),
  )
}

const pairsSchema = z.array(z.object({ linkId: z.number(), a: z.array(z.number()), b: z.array(z.number()) }))
const linksSchema = z.object({ linked: pairsSchema, unlinked: pairsSchema })

function rowsOf(change: Uint8Array, tables: ReadonlyMap<string, number>): Stretch[] {
  const { linked, unlinked } = linksSchema.parse(JSON.parse(Buffer.from(change.subarray(1)).toString('utf8')))
  const ends = [...linked, ...unlinked].flatMap((pairs) =>
    (['a', 'b'] as const).map((side) => ({ tableId: tables.get(`${pairs.linkId}${side}`), ids: pairs[side] })),
  )
  return ends.flatMap(({ tableId, ids }) => (tableId === undefined ? [] : ids.map((id): Stretch => [tableId, id, id])))
}

function everyRow(tables: ReadonlyMap<string, number>): Stretch[] {
  return [...new Set(tables.values())].map((tableId) => [tableId, 1, Number.MAX_SAFE_INTEGER])
}
