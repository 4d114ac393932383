import { emptyGroup, type FilterDraft, type GroupDraft } from './filterDraft.ts'

/** Where a part of the tree stands: the places from the top down. */
export type Path = readonly number[]

export function partAt(draft: FilterDraft, path: Path): FilterDraft | null {
  const [at, ...rest] = path
  if (at === undefined) return draft
  const item = draft.kind === 'condition' ? undefined : draft.items[at]
  return item === undefined ? null : partAt(item, rest)
}

export function replaceAt(draft: GroupDraft, path: Path, part: FilterDraft): GroupDraft {
  if (path.length === 0) return part.kind === 'condition' ? draft : part
  return spliceAt(draft, path, [part])
}

export function removeAt(draft: GroupDraft, path: Path): GroupDraft {
  return path.length === 0 ? emptyGroup : spliceAt(draft, path, [])
}

export function insertAt(draft: GroupDraft, path: Path, part: FilterDraft): GroupDraft {
  const standing = partAt(draft, path)
  if (standing !== null) return spliceAt(draft, path, [part, standing])
  const group = partAt(draft, path.slice(0, -1))
  return group === null || group.kind === 'condition' ? draft : replaceAt(draft, path.slice(0, -1), { ...group, items: [...group.items, part] })
}

/** A copy behind the part. */
export function duplicateAt(draft: GroupDraft, path: Path): GroupDraft {
  const part = partAt(draft, path)
  return part === null ? draft : spliceAt(draft, path, [part, part])
}

/** The part alone in a group of the other kind. */
export function wrapAt(draft: GroupDraft, path: Path): GroupDraft {
  const part = partAt(draft, path)
  const around = partAt(draft, path.slice(0, -1))
  if (part === null || around === null || around.kind === 'condition') return draft
  return spliceAt(draft, path, [{ kind: around.kind === 'and' ? 'or' : 'and', items: [part] }])
}

/** The parts of a group in its place. */
export function unwrapAt(draft: GroupDraft, path: Path): GroupDraft {
  const part = partAt(draft, path)
  return part === null || part.kind === 'condition' ? draft : spliceAt(draft, path, part.items)
}

/** Where a part goes one step up or down: past a condition, into a group, out of its own; null at the end of the tree. */
export function stepFrom(draft: GroupDraft, path: Path, step: -1 | 1): Path | null {
  const at = path.at(-1)
  const above = path.slice(0, -1)
  const group = partAt(draft, above)
  if (at === undefined || group === null || group.kind === 'condition') return null
  const neighbour = group.items[at + step]
  if (neighbour !== undefined) {
    const place = [...above, at + step]
    if (neighbour.kind === 'condition') return place
    return step === -1 ? [...place, neighbour.items.length] : [...above, at, 0]
  }
  const own = above.at(-1)
  if (own === undefined) return null
  return step === -1 ? above : [...above.slice(0, -1), own + 1]
}

/** Takes the part out and puts it where `to` points once it is out; a group left empty goes. */
export function moveTo(draft: GroupDraft, from: Path, to: Path): GroupDraft {
  const part = partAt(draft, from)
  return part === null ? draft : withoutEmpty(insertAt(removeAt(draft, from), to, part))
}

/** Where a part dropped on another goes, counted once it is out of its place; null inside itself. */
export function dropPath(from: Path, onto: Path): Path | null {
  if (from.every((place, depth) => onto[depth] === place)) return null
  const depth = from.length - 1
  const isBehind = from.slice(0, -1).every((place, index) => onto[index] === place) && (onto[depth] ?? 0) > (from[depth] ?? 0)
  return isBehind && onto.length > from.length ? onto.with(depth, (onto[depth] ?? 0) - 1) : onto
}

function withoutEmpty(draft: GroupDraft): GroupDraft {
  const items = draft.items.map((item) => (item.kind === 'condition' ? item : withoutEmpty(item)))
  return { ...draft, items: items.filter((item) => item.kind === 'condition' || item.items.length > 0) }
}

function spliceAt(draft: GroupDraft, path: Path, parts: readonly FilterDraft[]): GroupDraft {
  const [at, ...rest] = path
  if (at === undefined) return draft
  if (rest.length === 0) return { ...draft, items: draft.items.toSpliced(at, 1, ...parts) }
  const inner = draft.items[at]
  if (inner === undefined || inner.kind === 'condition') return draft
  return { ...draft, items: draft.items.with(at, spliceAt(inner, rest, parts)) }
}
