import { quantile } from '../lib/quantile.ts'

/** Recency in whole days since the last order, number of orders, and their sum. */
export type RfmValues = { recency: number; frequency: number; monetary: number }

/** 1 is worst and the number of bins best in each; of recency the smallest is best. */
export type RfmScores = { r: number; f: number; m: number }

/**
 * Bounds between bins, ascending, one fewer than bins.
 * `atMost`: a value equal to a bound stays below it, so that equal values share a bin and units of money do not matter.
 * `rfm`: the bounds of the R package rfm 0.3.0, quantile + 1 and half-open; of use for whole numbers only.
 */
export type RfmCuts = { method: RfmMethod; recency: readonly number[]; frequency: readonly number[]; monetary: readonly number[] }
export type RfmMethod = 'atMost' | 'rfm'

/** The bounds that split the customers into `bins` as even as equal values allow (R's quantile type 7). */
export function rfmCuts(values: readonly RfmValues[], bins: number, method: RfmMethod): RfmCuts {
  const cutsOf = (pick: (value: RfmValues) => number): number[] => {
    const ascending = Float64Array.from(values, pick).sort()
    return Array.from({ length: bins - 1 }, (_, index) => quantile(ascending, (index + 1) / bins) + (method === 'rfm' ? 1 : 0))
  }
  return {
    method,
    recency: cutsOf(({ recency }) => recency),
    frequency: cutsOf(({ frequency }) => frequency),
    monetary: cutsOf(({ monetary }) => monetary),
  }
}

export function rfmScores({ recency, frequency, monetary }: RfmValues, cuts: RfmCuts): RfmScores {
  const bins = cuts.recency.length + 1
  return {
    r: bins + 1 - binOf(recency, cuts.recency, cuts.method),
    f: binOf(frequency, cuts.frequency, cuts.method),
    m: binOf(monetary, cuts.monetary, cuts.method),
  }
}

/** 355 for r 3, f 5, m 5. */
export const rfmScore = ({ r, f, m }: RfmScores): number => 100 * r + 10 * f + m

const binOf = (value: number, cuts: readonly number[], method: RfmMethod): number =>
  1 + cuts.reduce((passed, cut) => passed + (method === 'rfm' ? Number(value >= cut) : Number(value > cut)), 0)
