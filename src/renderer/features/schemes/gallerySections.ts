import { libraryGroups, type LibraryEntry, type LibraryGroup } from '#shared/contract/schemeLibrary.ts'
import type { PresetName } from './presets.ts'

/** Ready schemes of a group; those of other tables; or kinds that any table may begin with. */
export type GallerySection =
  | { kind: 'group'; group: LibraryGroup; entries: readonly LibraryEntry[] }
  | { kind: 'others'; entries: readonly LibraryEntry[] }
  | { kind: 'ownKinds' }

/** Kinds that read nothing special, and so suit a table of any kind. */
export const kindsForAny = ['score', 'bands', 'decisionTable', 'tags', 'manual'] as const satisfies readonly PresetName[]

/** What suits the open table comes first: its ready schemes, then kinds of one's own, then what is for other tables. */
export function gallerySections(entries: readonly LibraryEntry[], tableId: number): GallerySection[] {
  const fitting = entries.filter(({ table }) => table.id === tableId)
  const others = entries.filter(({ table }) => table.id !== tableId)
  if (fitting.length === 0) return [{ kind: 'ownKinds' }, ...byGroup(others)]
  return [...byGroup(fitting), { kind: 'ownKinds' }, ...(others.length === 0 ? [] : [{ kind: 'others' as const, entries: others }])]
}

const byGroup = (entries: readonly LibraryEntry[]): GallerySection[] =>
  libraryGroups.flatMap((group) => {
    const own = entries.filter((entry) => entry.group === group)
    return own.length === 0 ? [] : [{ kind: 'group' as const, group, entries: own }]
  })
