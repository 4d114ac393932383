import type { z } from 'zod'
import type { ReadDb, WriteDb } from './db.ts'
import { meta } from './sql.ts'

/** A value the base remembers about itself, outside the log. */
export function readSetting<Value>(db: ReadDb, key: string, schema: z.ZodType<Value>): Value | null {
  const text = readSettingText(db, key)
  return text === null ? null : parseSetting(text, schema)
}

/** As it is written. */
export function readSettingText(db: ReadDb, key: string): string | null {
  return db.get(meta.selectFrom('kebu_meta').select('value').where('key', '=', key))?.value ?? null
}

export function parseSetting<Value>(text: string, schema: z.ZodType<Value>): Value | null {
  const parsed = schema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  const text = JSON.stringify(value)
  db.run(
    meta
      .insertInto('kebu_meta')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text })),
  )
}
