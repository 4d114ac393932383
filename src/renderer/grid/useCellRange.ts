import { create } from 'zustand'
import type { CellRange } from './cellRange.ts'

/** The cells chosen in the grid on screen; one cell is a range of one. */
export const useCellRange = create<{ range: CellRange | null; set: (range: CellRange | null) => void }>((set) => ({
  range: null,
  set: (range) => set({ range }),
}))
