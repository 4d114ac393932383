import type { Change, KeptRows, LockedRows, ReorderedPairs, RestampedRows, SchemaChange, UpdatedCells } from './change.ts'

/** The change that takes a change back. Its parts stand in reverse order: what was done last is undone first. */
export function invert(change: Change): Change {
  return {
    schema: change.schema.map(swap).reverse(),
    added: change.removed.toReversed(),
    updated: change.updated.map(swap).reverse(),
    restamped: change.restamped.map(swap).reverse(),
    removed: change.added.toReversed(),
    linked: change.unlinked.toReversed(),
    unlinked: change.linked.toReversed(),
    reordered: change.reordered.map(swap).reverse(),
    locked: change.locked.map(swap).reverse(),
    kept: change.kept.map(swap).reverse(),
  }
}

const swap = <Part extends SchemaChange | UpdatedCells | RestampedRows | ReorderedPairs | LockedRows | KeptRows>(part: Part): Part => ({
  ...part,
  from: part.to,
  to: part.from,
})
