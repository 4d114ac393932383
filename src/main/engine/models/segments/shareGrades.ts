/**
 * Grades by share, of values in descending order: a value whose share of the total **before** it is below the first bound
 * has the first grade, and so on; the greatest is of the first grade even when it alone passes it. Equal values share the
 * grade of the first of them. Null for values of nothing and less, which stay out of the total.
 */
export function shareGrades(descending: readonly number[], bounds: readonly number[]): (number | null)[] {
  const total = descending.reduce((sum, value) => sum + Math.max(0, value), 0)
  let gathered = 0
  let [lastValue, lastGrade] = [NaN, 0]
  return descending.map((value) => {
    if (value <= 0) return null
    // To twelve digits: 0.1 + 0.2 of a total must not stand above a bound of 0.3.
    const share = Number((gathered / total).toPrecision(12))
    if (value !== lastValue) {
      const reached = bounds.findIndex((bound) => share < bound)
      lastGrade = reached === -1 ? bounds.length : reached
    }
    lastValue = value
    gathered += value
    return lastGrade
  })
}
