import { create } from 'zustand'

type RowSelection = {
  /** Ids of the rows ticked. */
  ids: ReadonlySet<number>
  /** The line last ticked: a shift-click ticks from there. */
  anchor: number | null
  set: (ids: ReadonlySet<number>, anchor?: number | null) => void
  clear: () => void
}

/** Rows ticked at the left edge of the grid on screen. */
export const useRowSelection = create<RowSelection>((set) => ({
  ids: new Set(),
  anchor: null,
  set: (ids, anchor) => set((state) => ({ ids, anchor: anchor === undefined ? state.anchor : anchor })),
  clear: () => set((state) => (state.ids.size === 0 ? state : { ids: new Set(), anchor: null })),
}))

/** The selection with one row ticked or not. */
export function withToggled(ids: ReadonlySet<number>, id: number): Set<number> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
