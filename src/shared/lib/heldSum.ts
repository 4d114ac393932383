/**
 * Nothing counts for more in a sum or a share than this, which leaves room below the greatest number (1.8 × 10^308) for sums
 * of sums: so no total is infinite, and no share of one is no number (docs/schemes/bad-input.md).
 */
export const largestSum = 1e290

/** A number as sums and shares count it. */
export const heldSum = (value: number): number => Math.max(-largestSum, Math.min(largestSum, value))
