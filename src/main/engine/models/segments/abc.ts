/**
 * ABC analysis: by descending value, the share of the total gathered up to and including a row decides; the first class
 * whose bound it does not pass (`bounds` ascending, e.g. 0.8, 0.95), or the one after the last. Returns the class by
 * position, 0 first. Values of nothing and less stay out of the total and have no class. Rows of equal value are taken
 * one by one in the order given, as textbooks do, or `together`: all in the class of the first of them.
 */
export function abcClasses(values: readonly number[], bounds: readonly number[], { together = false } = {}): (number | null)[] {
  const order = values.map((_, index) => index).sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0))
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  const classes: (number | null)[] = values.map(() => null)
  let gathered = 0
  let [lastValue, lastClass] = [NaN, 0]
  for (const index of order) {
    const value = values[index] ?? 0
    if (value <= 0) break
    gathered += value
    if (!together || value !== lastValue) lastClass = classOf(gathered / total, bounds)
    lastValue = value
    classes[index] = lastClass
  }
  return classes
}

/** Shares are compared to twelve digits: 0.1 + 0.2 of a total must not pass a bound of 0.3. */
function classOf(share: number, bounds: readonly number[]): number {
  const reached = bounds.findIndex((bound) => Number(share.toPrecision(12)) <= bound)
  return reached === -1 ? bounds.length : reached
}
