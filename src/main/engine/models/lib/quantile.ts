/** Quantile of ascending values, linear between the two nearest: R's type 7, Excel's PERCENTILE.INC. NaN of none. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const last = ascending.length - 1
  // Without rounding, 0.8 × 35 would stand a hair above 28 and pass the very value it names.
  const position = Number((last * share).toFixed(9))
  const lower = Math.floor(position)
  const low = ascending[lower] ?? NaN
  const high = ascending[Math.min(last, lower + 1)] ?? NaN
  return low + (high - low) * (position - lower)
}
