import { nothingRemembered, type Remembered } from './state.ts'

/** Where the person was in this base when it was last open on this computer. */
export function remembered(path: string): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? 'null')
    // What an earlier version did not remember is as at the beginning.
    return isRemembered(kept) ? { ...nothingRemembered, ...kept } : nothingRemembered
  } catch {
    return nothingRemembered
  }
}

export function remember(path: string, { tableId, viewIds, docks, folds, ownOrders, recents }: Remembered): void {
  try {
    localStorage.setItem(keyOf(path), JSON.stringify({ tableId, viewIds, docks, folds, ownOrders, recents }))
  } catch {
    // A full or forbidden store forgets; nothing else depends on it.
  }
}

const keyOf = (path: string): string => `kebu:${path}`

function isRemembered(kept: unknown): kept is Omit<Remembered, 'recents'> & { recents?: Remembered['recents'] } {
  return typeof kept === 'object' && kept !== null && 'tableId' in kept && 'viewIds' in kept && 'docks' in kept
}
