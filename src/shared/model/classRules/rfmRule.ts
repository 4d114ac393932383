import { z } from 'zod'

const id = z.number().int().positive()
const ascending = z.array(z.number()).min(1).max(8)
const range = z.tuple([z.number().int().min(1), z.number().int().max(9)]).readonly()

/**
 * Recency, frequency and money, each scored from 1 to the number of bins (most is best, of recency least), and a segment
 * for each combination; the first that holds decides. Rows without a date stay unclassed.
 */
export const rfmRuleSchema = z.object({
  kind: z.literal('rfm'),
  /** Date of the last order; whole days until today are compared. */
  recencyColumnId: id,
  frequencyColumnId: id,
  monetaryColumnId: id,
  cuts: z.discriminatedUnion('kind', [
    /**
     * Bins as even as equal values allow. `atMost`: a value on a bound stays below it. `rfm`: as the R package rfm 0.3.0
     * cuts, quantile + 1 and half-open, which suits whole numbers only.
     */
    z.object({ kind: z.literal('quantile'), bins: z.number().int().min(2).max(9), method: z.enum(['atMost', 'rfm']) }),
    /** Given bounds: so many days or fewer are near, so many orders or so much money and more are high. */
    z.object({ kind: z.literal('fixed'), recency: ascending, frequency: ascending, monetary: ascending }),
    /** Two bins, divided by the mean: fewer days than it are near, more orders and money than it high. */
    z.object({ kind: z.literal('mean') }),
  ]),
  segments: z.array(z.object({ r: range, f: range, m: range, optionId: id })).min(1),
})
export type RfmRule = z.infer<typeof rfmRuleSchema>

/** How many bins each of the three has: one more than its bounds. */
export function binsOf({ cuts }: Pick<RfmRule, 'cuts'>): { r: number; f: number; m: number } {
  if (cuts.kind === 'mean') return { r: 2, f: 2, m: 2 }
  if (cuts.kind === 'quantile') return { r: cuts.bins, f: cuts.bins, m: cuts.bins }
  return { r: cuts.recency.length + 1, f: cuts.frequency.length + 1, m: cuts.monetary.length + 1 }
}

type Segment = Pick<RfmRule['segments'][number], 'r' | 'f' | 'm'>

/** The first of the segments that takes these scores; undefined when none does. */
export function segmentOf<Each extends Segment>(segments: readonly Each[], scores: { r: number; f: number; m: number }): Each | undefined {
  const within = (score: number, [low, high]: readonly [number, number]): boolean => score >= low && score <= high
  return segments.find(({ r, f, m }) => within(scores.r, r) && within(scores.f, f) && within(scores.m, m))
}

/**
 * The eight Chinese segments, of two bins each. Money alone says important (重要) or ordinary (一般); bought lately and often
 * 价值, once often 保持, lately but seldom 发展, neither 挽留.
 */
export const chineseSegments = [
  { code: 'importantValue', r: [2, 2], f: [2, 2], m: [2, 2] },
  { code: 'importantKeep', r: [1, 1], f: [2, 2], m: [2, 2] },
  { code: 'importantDevelop', r: [2, 2], f: [1, 1], m: [2, 2] },
  { code: 'importantWinBack', r: [1, 1], f: [1, 1], m: [2, 2] },
  { code: 'ordinaryValue', r: [2, 2], f: [2, 2], m: [1, 1] },
  { code: 'ordinaryKeep', r: [1, 1], f: [2, 2], m: [1, 1] },
  { code: 'ordinaryDevelop', r: [2, 2], f: [1, 1], m: [1, 1] },
  { code: 'ordinaryWinBack', r: [1, 1], f: [1, 1], m: [1, 1] },
] as const

/** The segments of the R package rfm 0.3.0, of five bins each, in its order; what none takes is “others”. */
export const quintileSegments = [
  { code: 'champions', r: [5, 5], f: [5, 5], m: [5, 5] },
  { code: 'potentialLoyalist', r: [3, 5], f: [3, 5], m: [2, 5] },
  { code: 'loyal', r: [2, 4], f: [2, 4], m: [2, 4] },
  { code: 'promising', r: [3, 4], f: [1, 3], m: [3, 5] },
  { code: 'new', r: [4, 5], f: [1, 3], m: [1, 5] },
  { code: 'cannotLose', r: [1, 2], f: [3, 4], m: [4, 5] },
  { code: 'atRisk', r: [1, 2], f: [2, 5], m: [4, 5] },
  { code: 'needAttention', r: [1, 3], f: [3, 5], m: [3, 5] },
  { code: 'aboutToSleep', r: [2, 3], f: [1, 3], m: [1, 4] },
  { code: 'lost', r: [1, 1], f: [1, 5], m: [1, 5] },
] as const
