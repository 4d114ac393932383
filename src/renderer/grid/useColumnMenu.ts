import { create } from 'zustand'

type ColumnMenu = {
  /** The column whose menu is open. */
  columnId: number | null
  /** What had the keys before, and has them again after. */
  from: HTMLElement | null
  open: (columnId: number) => void
  close: () => void
}

/** The menu of a column, opened from its head or, by a key, from its cells. */
export const useColumnMenu = create<ColumnMenu>((set, get) => ({
  columnId: null,
  from: null,
  open: (columnId) => set({ columnId, from: document.activeElement instanceof HTMLElement ? document.activeElement : null }),
  close: () => {
    const { from } = get()
    set({ columnId: null, from: null })
    if (from?.isConnected === true) from.focus({ preventScroll: true })
  },
}))
