/**
 * Which groups are folded, as a list of their keys. With `everyGroup` in it all are, and the other keys are those
 * that stand open: a thousand groups are folded at once without naming any.
 */
export type Folding = readonly string[]

/** No group's key: those are JSON arrays. */
export const everyGroup = '*'

export const noneFolded: Folding = []
export const allFolded: Folding = [everyGroup]

export function isFolded(folding: ReadonlySet<string>, key: string): boolean {
  return folding.has(everyGroup) !== folding.has(key)
}

/** The other state for one group. */
export function withToggledFold(folding: Folding, key: string): Folding {
  return folding.includes(key) ? folding.filter((one) => one !== key) : [...folding, key]
}
