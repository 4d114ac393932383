/**
 * Mean, with what rounding took from it given back: the mean of what is left over is added (Chan, Golub and LeVeque, The
 * American Statistician 37, 1983, on two passes). Equal values have exactly their own value as mean. NaN of none.
 */
export function meanOf(values: ArrayLike<number>): number {
  const first = plainMean(values, 0)
  // Numbers near the end of what a double holds have no sum; what follows says so.
  return Number.isFinite(first) ? first + plainMean(values, first) : first
}

function plainMean(values: ArrayLike<number>, less: number): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? 0) - less
  return sum / values.length
}

/**
 * The differences of values from their mean, in units of a power of two, so that their squares neither overflow nor
 * vanish. They are centred twice: a mean in one double is off by as much as the values have digits less than it.
 */
export type Centred = { mean: number; scale: number; rest: Float64Array; squares: number }

export function centred(values: readonly number[]): Centred {
  const first = plainMean(values, 0)
  const once = Float64Array.from(values, (value) => value - first)
  const left = Number.isFinite(first) ? plainMean(once, 0) : 0
  const greatest = once.reduce((most, value) => Math.max(most, Math.abs(value - left)), 0)
  const scale = greatest > 0 && Number.isFinite(greatest) ? 2 ** Math.max(-1000, Math.floor(Math.log2(greatest))) : 1
  const rest = once.map((value) => (value - left) / scale)
  return { mean: first + left, scale, rest, squares: rest.reduce((sum, value) => sum + value * value, 0) }
}
