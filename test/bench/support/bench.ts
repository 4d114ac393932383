/** One line of the bench: ours against the baseline measured beside it. */
export type BenchResult = { id: string; what: string; size: number; median_ms: number; baseline_ms: number; ratio: number; bar: number }

export type BenchCase = { id: string; run(): Promise<BenchResult[]> }

export function result(parts: Omit<BenchResult, 'ratio'>): BenchResult {
  return { ...parts, ratio: parts.median_ms / parts.baseline_ms }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Medians of two ways of doing a thing, run in turn so that both meet the same machine. */
export async function compare(
  ours: (round: number) => unknown,
  baseline: (round: number) => unknown,
  rounds: { warm: number; measured: number },
): Promise<{ median_ms: number; baseline_ms: number }> {
  const taken = { ours: new Array<number>(), baseline: new Array<number>() }
  for (let round = 0; round < rounds.warm + rounds.measured; round += 1) {
    const first = round % 2 === 0 ? 'ours' : 'baseline'
    for (const which of first === 'ours' ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const)) {
      const start = performance.now()
      await (which === 'ours' ? ours(round) : baseline(round))
      if (round >= rounds.warm) taken[which].push(performance.now() - start)
    }
  }
  return { median_ms: median(taken.ours), baseline_ms: median(taken.baseline) }
}

/** What nineteen of twenty stay below. */
export function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}
