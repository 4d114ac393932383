import type { WriteDb } from './db.ts'

/** Sees to it that no number below `next` is given under this name any more. */
export function raiseCounter(db: WriteDb, name: string, next: number): void {
  db.prepare('INSERT INTO kebu_counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)')([name, next])
}

/** Takes `count` numbers never given before under this name; answers the first. */
export function takeNumbers(db: WriteDb, name: string, count: number): number {
  db.prepare('INSERT INTO kebu_counter (name, next) VALUES (?, 1) ON CONFLICT DO NOTHING')([name])
  const [row] = db.prepareRows('UPDATE kebu_counter SET next = next + ? WHERE name = ? RETURNING next - ?')([count, name, count])
  const first = row?.[0]
  if (typeof first !== 'number') throw new Error(`counter ${name} gave nothing`)
  return first
}
