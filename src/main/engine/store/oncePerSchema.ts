import type { Schema } from './schema.ts'

/** The same function, which derives a value once for a schema and a key: a schema is replaced and never changed. */
export function oncePerSchema<Key, Value>(derive: (schema: Schema, key: Key) => Value): (schema: Schema, key: Key) => Value {
  const derived = new WeakMap<Schema, Map<Key, { value: Value }>>()
  return (schema, key) => {
    const ofSchema = derived.get(schema) ?? new Map<Key, { value: Value }>()
    derived.set(schema, ofSchema)
    const known = ofSchema.get(key) ?? { value: derive(schema, key) }
    ofSchema.set(key, known)
    return known.value
  }
}
