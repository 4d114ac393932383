import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A small value kept in a JSON file of the user's profile. */
export type JsonFile<Value> = {
  get(): Value
  /** Changes the value at once and writes it; a disk that takes no more costs only the memory of it. */
  update(change: (value: Value) => Value): Value
  /** Where the file was put aside because it was damaged; null when it was in order. */
  readonly damagedCopy: string | null
}

/**
 * Reads the file, or starts with what the schema gives for `{}`. A damaged file is put aside, never overwritten:
 * a person may still want to see what was in it.
 */
export function jsonFile<Schema extends z.ZodType>(path: string, schema: Schema, onError: (error: unknown) => void): JsonFile<z.output<Schema>> {
  const read = readValue(path, schema, onError)
  let value = read.value
  return {
    get: () => value,
    update: (change) => {
      value = change(value)
      try {
        writeWhole(path, `${JSON.stringify(value, null, 2)}\n`)
      } catch (error) {
        onError(error)
      }
      return value
    },
    damagedCopy: read.damagedCopy,
  }
}

function readValue<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  onError: (error: unknown) => void,
): { value: z.output<Schema>; damagedCopy: string | null } {
  const text = textOf(path)
  if (text === null) return { value: schema.parse({}), damagedCopy: null }
  const parsed = schema.safeParse(jsonOf(text))
  if (parsed.success) return { value: parsed.data, damagedCopy: null }
  const aside = `${path}.damaged-${Date.now()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    onError(error)
  }
  return { value: schema.parse({}), damagedCopy: aside }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Undefined is not a JSON value, so no schema of an object takes it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Written beside and moved into place: a crash leaves the old file or the new one. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.new`
  try {
    writeFileSync(unfinished, text)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
