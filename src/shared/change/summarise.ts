import type { ChangeSummary } from '../contract/history.ts'
import type { Change } from './change.ts'

/** A change in numbers: rows added, cells updated, rows removed, pairs linked, unlinked and put elsewhere, and the tables it touched. */
export function summarise(change: Change): ChangeSummary {
  return {
    added: total(change.added, (rows) => rows.ids.length),
    updated: total(change.updated, (cells) => cells.ids.length),
    removed: total(change.removed, (rows) => rows.ids.length),
    linked: total(change.linked, (pairs) => pairs.a.length),
    unlinked: total(change.unlinked, (pairs) => pairs.a.length),
    reordered: total(change.reordered, (pairs) => pairs.a.length),
    locked: total(change.locked, (rows) => rows.ids.length),
    schema: change.schema.length,
    tableIds: tablesOf(change),
  }
}

/** Tables whose rows or description changed, in the order of their ids. A link alone names no table. */
function tablesOf(change: Change): number[] {
  const ids = new Set<number>()
  for (const part of [...change.added, ...change.updated, ...change.removed, ...change.locked]) ids.add(part.tableId)
  for (const item of change.schema) {
    const thing = item.to ?? item.from
    if (thing === null) continue
    if ('tableId' in thing) ids.add(thing.tableId)
    else if (item.kind === 'table') ids.add(item.id)
  }
  return [...ids].sort((left, right) => left - right)
}

const total = <Part>(parts: readonly Part[], count: (part: Part) => number): number => parts.reduce((sum, part) => sum + count(part), 0)
