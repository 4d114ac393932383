import type { SqlFunction } from '../../store/functions.ts'
import type { RankScoreCuts } from '../cuts.ts'

export type RankSteps = RankScoreCuts['parts'][number]

/**
 * Steps that SQL asks for by a number: a thousand of them written into a statement cost more than the rows it reads. Few
 * are kept, for a statement is run as soon as it is built.
 */
const kept = new Map<number, RankSteps>()
const mostKept = 256
let last = 0

/** The number by which `kebu_rank` finds the steps. */
export function keepSteps(steps: RankSteps): number {
  last += 1
  kept.set(last, steps)
  kept.delete(last - mostKept)
  return last
}

/** The rank of the last step that a value reaches; below the first, and for nothing, it is 0. */
export function rankIn({ from, rank }: RankSteps, value: unknown): number {
  if (typeof value !== 'number') return 0
  let [low, high] = [0, from.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return rank[low - 1] ?? 0
}

/** `kebu_rank(steps, value)`. */
export const rankFunctions: readonly SqlFunction[] = [
  { name: 'kebu_rank', run: (steps, value) => rankIn(kept.get(Number(steps)) ?? { from: [], rank: [] }, value) },
]
