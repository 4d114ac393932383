import type { z } from 'zod'
import type { ReadDb, WriteDb } from './db.ts'

/** A value the base remembers about itself, outside the log. */
export function readSetting<Value>(db: ReadDb, key: string, schema: z.ZodType<Value>): Value | null {
  const text = readSettingText(db, key)
  return text === null ? null : parseSetting(text, schema)
}

/** As it is written. */
export function readSettingText(db: ReadDb, key: string): string | null {
  const value = db.prepareRows('select value from kebu_meta where key = ?')([key])[0]?.[0]
  return typeof value === 'string' ? value : null
}

export function parseSetting<Value>(text: string, schema: z.ZodType<Value>): Value | null {
  const parsed = schema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  db.prepare('insert into kebu_meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value')([key, JSON.stringify(value)])
}
