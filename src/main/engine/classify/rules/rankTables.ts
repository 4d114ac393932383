import type { SqlFunction } from '../../store/functions.ts'
import type { RankScoreCuts } from '../cuts.ts'

export type RankSteps = RankScoreCuts['parts'][number]

/**
 * Steps that SQL asks for by a number: a thousand of them written into a statement cost more than the rows it reads. The
 * same steps have the same number, and are found by it for as long as somebody has them: a statement that is kept is kept
 * with the cuts it was made of. The last ones are held here, for statements that are run as soon as they are built.
 */
const byNumber = new Map<number, WeakRef<RankSteps>>()
const numbers = new WeakMap<RankSteps, number>()
const forgotten = new FinalizationRegistry<number>((number) => byNumber.delete(number))
const held = new Map<number, RankSteps>()
const mostHeld = 256
let last = 0

/** The number by which `kebu_rank` finds the steps. */
export function keepSteps(steps: RankSteps): number {
  const known = numbers.get(steps)
  if (known === undefined) {
    last += 1
    numbers.set(steps, last)
    byNumber.set(last, new WeakRef(steps))
    forgotten.register(steps, last)
  }
  const number = known ?? last
  held.delete(number)
  held.set(number, steps)
  const [oldest] = held.keys()
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
  return number
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

const none: RankSteps = { from: [], rank: [] }

/** `kebu_rank(steps, value)`. */
export const rankFunctions: readonly SqlFunction[] = [
  { name: 'kebu_rank', run: (steps, value) => rankIn(byNumber.get(Number(steps))?.deref() ?? none, value) },
]
