/**
 * A figure of statistics: four decimals, of small numbers three figures; whole numbers as they are. `fineNumber(4.41353)` is
 * 4.4135, `fineNumber(0.00001234)` 0.0000123, `fineNumber(1e-15)` 1.00e-15.
 */
export function fineNumber(value: number): string {
  const decimals = fineDecimals(value)
  if (decimals === null) return value.toExponential(2)
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** How many decimals that takes; null where no row of them is readable. */
export function fineDecimals(value: number): number | null {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? 0 : null
  const size = Math.abs(value)
  if (size >= 1e12 || size < 1e-6) return null
  return size >= 0.01 ? 4 : 2 - Math.floor(Math.log10(size))
}
