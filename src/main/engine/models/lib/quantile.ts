/** Quantile of ascending values, linear between the two nearest: R's type 7, Excel's PERCENTILE.INC. NaN of none. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const last = ascending.length - 1
  const exact = last * share
  const nearest = Math.round(exact)
  // 0.8 × 35 stands a hair above 28 and would pass the very value it names; R forgives four roundings too.
  const position = Math.abs(exact - nearest) <= 4 * Number.EPSILON * Math.max(1, exact) ? nearest : exact
  const lower = Math.floor(position)
  const low = ascending[lower] ?? NaN
  const high = ascending[Math.min(last, lower + 1)] ?? NaN
  if (low === high) return low
  const [gap, part] = [high - low, position - lower]
  // The gap between two numbers may be more than a number holds.
  return Number.isFinite(gap) ? low + gap * part : low * (1 - part) + high * part
}
