import type { WriteDb } from './db.ts'
import { sql } from './sql.ts'

/**
 * A base of an older form that is only looked at stays as it is: what reads need and it has not is put before it, on
 * this connection alone, where SQLite finds it first.
 */
export function lookAsNow(db: WriteDb, version: number): void {
  if (version < 4) addPlaces(db)
  if (version < 5) addLocks(db)
  else if (version < 7) addLockedTags(db)
  if (version < 6) addKept(db)
}

function addPlaces(db: WriteDb): void {
  const names = db.all(sql<{ name: string }>`select name from main.sqlite_master where type = 'table'`).map(({ name }) => name)
  for (const name of names.filter((each) => /^l\d+$/u.test(each))) {
    db.run(sql`create temp view ${sql.table(name)} as select a, b, null as oa, null as ob from main.${sql.table(name)}`)
  }
}

function addLocks(db: WriteDb): void {
  const locks = 'null as scheme_id, null as row_id, null as option_id, null as option_ids, null as reason, null as until, null as actor, null as at'
  db.run(sql`create temp view kebu_class_lock as select ${sql.raw(locks)} where 0`)
  db.run(sql`create temp view kebu_class_move as
    select *, null as cause, null as actor, null as revision, null as inputs from main.kebu_class_move`)
}

function addLockedTags(db: WriteDb): void {
  db.run(sql`create temp view kebu_class_lock as select *, null as option_ids from main.kebu_class_lock`)
}

function addKept(db: WriteDb): void {
  db.run(sql`create temp view kebu_class_kept as
    select null as scheme_id, null as row_id, null as option_id, null as against, null as counted where 0`)
}
