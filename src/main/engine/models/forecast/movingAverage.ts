/**
 * Mean of each value and the `width − 1` before it (a trailing moving average, the one of sales reports); null until
 * there are that many.
 */
export function movingAverage(values: readonly number[], width: number): (number | null)[] {
  return values.map((_, index) => {
    if (index + 1 < width) return null
    // Summed anew each time: a running sum keeps the rounding of every value that has left it.
    let sum = 0
    for (let at = index + 1 - width; at <= index; at += 1) sum += values[at] ?? 0
    return sum / width
  })
}
