import type { ReadContext } from '../store/context.ts'
import { versionOf } from '../store/versions.ts'

/** What was made for a key, kept for as long as neither the rows of the table nor these columns change. */
export type KeptWhile<Value> = (context: ReadContext, tableId: number, columnIds: readonly number[], key: string, make: () => Value) => Value

/** Keeps the `most` answers last asked for, for each open base. */
export function keepWhileUnchanged<Value>(most: number): KeptWhile<Value> {
  const caches = new WeakMap<object, Map<string, { version: number; value: Value }>>()
  return (context, tableId, columnIds, key, make) => {
    const cache = caches.get(context.versions) ?? new Map<string, { version: number; value: Value }>()
    caches.set(context.versions, cache)
    const version = versionOf(context.versions, tableId, columnIds)
    const known = cache.get(key)
    cache.delete(key)
    const kept = known?.version === version ? known : { version, value: make() }
    // Most recently used last.
    cache.set(key, kept)
    for (const oldest of cache.keys()) {
      if (cache.size <= most) break
      cache.delete(oldest)
    }
    return kept.value
  }
}
