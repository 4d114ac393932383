import { specOf } from './functions/catalogue.ts'
import type { Typed } from './typed.ts'

/** Columns of the rows that links lead to, the links one after the other. */
export type LinkedRead = { linkColumnIds: readonly number[]; columnIds: readonly number[] }
export type ColumnsRead = { own: readonly number[]; linked: readonly LinkedRead[] }

/** What a formula reads, each once: what makes it stale when it changes. */
export function columnsRead(typed: Typed): ColumnsRead {
  const own = new Set<number>()
  const linked = new Map<string, { linkColumnIds: readonly number[]; columnIds: Set<number> }>()
  collect(typed, [[]])
  return {
    own: [...own],
    linked: Array.from(linked.values(), ({ linkColumnIds, columnIds }) => ({ linkColumnIds, columnIds: [...columnIds] })),
  }

  /** `rows`: the links to each row that is seen, from the row of the formula, which takes none, to the nearest. */
  function collect(part: Typed, rows: readonly (readonly number[])[]): void {
    const links = rows.at(-1) ?? []
    if (part.kind === 'cell') columnsOver(links).add(part.columnId)
    if (part.kind === 'call') for (const arg of part.args) collect(arg, rows)
    if (part.kind === 'outer') collect(part.value, rows.slice(0, -part.levels))
    if (part.kind !== 'linked') return
    const further = [...links, ...part.linkColumnIds]
    columnsOver(further)
    for (const inside of [part.value, part.condition, part.pick?.by]) if (inside != null) collect(inside, [...rows, further])
  }

  function columnsOver(links: readonly number[]): Set<number> {
    if (links.length === 0) return own
    const key = links.join('.')
    const known = linked.get(key)?.columnIds
    if (known !== undefined) return known
    const columnIds = new Set<number>()
    linked.set(key, { linkColumnIds: links, columnIds })
    return columnIds
  }
}

/** Whether the value is another one tomorrow, though no cell changed. */
export function dependsOnToday(typed: Typed): boolean {
  switch (typed.kind) {
    case 'call':
      return specOf(typed.name).volatile || typed.args.some(dependsOnToday)
    case 'outer':
      return dependsOnToday(typed.value)
    case 'linked':
      return [typed.value, typed.condition, typed.pick?.by].some((part) => part != null && dependsOnToday(part))
    default:
      return false
  }
}
