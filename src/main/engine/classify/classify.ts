import type { Classify } from './ports.ts'

/** What the engine takes from this room. */
export const classify: Classify = {
  classColumns: () => [],
  refreshClass: () => ({ changed: [], ranksDue: false }),
  refreshRanks: () => ({ changed: [], ranksDue: false }),
}
