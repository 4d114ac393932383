import type { ReadDb, WriteDb } from './db.ts'
import { sql } from './sql.ts'

/** Sees to it that no number below `next` is given under this name any more. */
export function raiseCounter(db: WriteDb, name: string, next: number): void {
  db.prepare('INSERT INTO kebu_counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)')([name, next])
}

/** Goes on from `next` under this name, whatever was given before. */
export function setCounter(db: WriteDb, name: string, next: number): void {
  db.prepare('INSERT INTO kebu_counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next')([name, next])
}

/** The counters whose names begin so, and what each would give next. */
export function countersUnder(db: ReadDb, prefix: string): { name: string; next: number }[] {
  return db
    .rows(sql`select name, next from kebu_counter where substr(name, 1, ${prefix.length}) = ${prefix}`)
    .map((row) => ({ name: String(row[0]), next: Number(row[1]) }))
}

/** Takes `count` numbers never given before under this name, the first ever being `start`; answers the first. */
export function takeNumbers(db: WriteDb, name: string, count: number, start = 1): number {
  db.prepare('INSERT INTO kebu_counter (name, next) VALUES (?, ?) ON CONFLICT DO NOTHING')([name, start])
  const [row] = db.prepareRows('UPDATE kebu_counter SET next = next + ? WHERE name = ? RETURNING next - ?')([count, name, count])
  const first = row?.[0]
  if (typeof first !== 'number') throw new Error(`counter ${name} gave nothing`)
  return first
}
