import type { ParsedInput } from '#shared/contract/engine.ts'
import type { RowQuery } from '#shared/model/view.ts'
import type { ReadContext } from '../store/context.ts'
import { linesBetween, linesOf, type Lines, type Stretch } from './lines.ts'
import { cachedRowList } from './listCache.ts'
import type { RowList } from './rowList.ts'

/** The part of a list that a page shows. */
export type ListPart = { list: RowList; /** Lines in all. */ total: number; stretches: readonly Stretch[] }

/** Lines of a list from a position, or rows of one of its groups. */
export function partOf(context: ReadContext, { tableId, query, collapsed, within, offset, limit }: ParsedInput<'rows.page'>): ListPart {
  if (within === null) {
    const { list, lines } = keptLines(context, tableId, query, collapsed)
    return { list, total: lines.total, stretches: linesBetween(lines, offset, limit) }
  }
  const list = cachedRowList(context, tableId, query)
  const head = list.groups.find(({ key }) => key === within)
  if (head === undefined) return { list, total: 0, stretches: [] }
  const from = Math.min(head.from + offset, head.to)
  const to = Math.min(from + limit, head.to)
  return { list, total: head.to - head.from, stretches: [{ kind: 'rows', from, to, line: offset, above: [] }] }
}

const kept = new WeakMap<RowList, Map<string, Lines>>()

/** A row list with its lines for one state of folding. */
export function keptLines(context: ReadContext, tableId: number, query: RowQuery, collapsed: readonly string[]): { list: RowList; lines: Lines } {
  const list = cachedRowList(context, tableId, query)
  const ofList = kept.get(list) ?? new Map<string, Lines>()
  kept.set(list, ofList)
  const key = JSON.stringify(collapsed)
  const known = ofList.get(key)
  if (known !== undefined) return { list, lines: known }
  // One state of folding at a time is looked at.
  ofList.clear()
  const made = linesOf(list, new Set(collapsed))
  ofList.set(key, made)
  return { list, lines: made }
}

/** Where a row stands among the rows of a group, or null when it is not one of them. */
export function placeWithin(context: ReadContext, tableId: number, query: RowQuery, within: string, rowId: number): number | null {
  const list = cachedRowList(context, tableId, query)
  const head = list.groups.find(({ key }) => key === within)
  const index = head === undefined ? -1 : list.ids.subarray(head.from, head.to).indexOf(rowId)
  return index === -1 ? null : index
}

/** The line a row stands on, or null when it is not in the list or lies in a collapsed group. */
export function positionOf(context: ReadContext, tableId: number, query: RowQuery, collapsed: readonly string[], rowId: number): number | null {
  const { list, lines: made } = keptLines(context, tableId, query, collapsed)
  const index = list.ids.indexOf(rowId)
  if (index === -1) return null
  for (const stretch of made.stretches) {
    if (stretch.kind === 'rows' && index >= stretch.from && index < stretch.to) return stretch.line + index - stretch.from
  }
  return null
}
