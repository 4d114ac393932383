import { columnsOfFilter } from '#shared/model/filter.ts'
import { columnsOfGroups } from '#shared/model/group.ts'
import type { RowQuery } from '#shared/model/view.ts'
import type { ReadContext } from '../store/context.ts'
import { versionOf } from '../store/versions.ts'
import { searchedColumns } from './searchIndex.ts'
import { indexedSort, passingRows, rowListOf, type RowList } from './rowList.ts'

/** Lists kept at once: the grid's, a picker's, an export's. */
const mostKept = 4

type Kept = { list: RowList; version: number }

/**
 * Row lists by what made them, good until something they read changes. One cache belongs to one
 * open base; a list built from an older commit is never answered.
 */
export type ListCache = Map<string, Kept>

const caches = new WeakMap<object, ListCache>()

export function cachedRowList(context: ReadContext, tableId: number, query: RowQuery): RowList {
  const cache = caches.get(context.versions) ?? new Map<string, Kept>()
  caches.set(context.versions, cache)
  const key = JSON.stringify([tableId, query, context.today, context.actorId])
  const version = versionOf(context.versions, tableId, columnsRead(context, tableId, query))
  const known = cache.get(key)
  if (known !== undefined && known.version === version) {
    // Most recently used last.
    cache.delete(key)
    cache.set(key, known)
    return known.list
  }
  const list = narrowed(context, tableId, query) ?? rowListOf(context, tableId, query)
  cache.delete(key)
  cache.set(key, { list, version })
  for (const oldest of cache.keys()) {
    if (cache.size <= mostKept) break
    cache.delete(oldest)
  }
  return list
}

/**
 * The rows that pass, out of the whole table in the order of an index; null where there is none. The order is kept like
 * any list, so that a filter being written costs a scan and no sorting.
 */
function narrowed(context: ReadContext, tableId: number, query: RowQuery): RowList | null {
  if (indexedSort(context, query) === null || (query.filter === null && query.search.trim() === '')) return null
  const whole = cachedRowList(context, tableId, { ...query, filter: null, search: '' })
  const passing = passingRows(context, tableId, query)
  return { ids: whole.ids.filter((id) => passing.has(id)), groups: [] }
}

/** The columns whose cells decide which rows are in the list, and where. */
function columnsRead(context: ReadContext, tableId: number, query: RowQuery): number[] {
  return [
    ...columnsOfFilter(query.filter),
    ...query.sorts.map((sort) => sort.columnId),
    ...columnsOfGroups(query.groups),
    ...(query.search.trim() === '' ? [] : searchedColumns(context.schema, tableId).map((column) => column.id)),
  ]
}
