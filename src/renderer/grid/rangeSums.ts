import { create } from 'zustand'

/** What the chosen cells add up to, as a person reads it. */
export type RangeSums = { cells: number; sum: string | null; average: string | null }

export const useRangeSums = create<{ sums: RangeSums | null; set: (sums: RangeSums | null) => void }>((set) => ({
  sums: null,
  set: (sums) => set({ sums }),
}))
