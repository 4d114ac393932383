/** Rounds half away from zero at the decimals a person sees, as Excel does: 2.675 → 2.68, -2.5 → -3. */
export function roundHalfAway(value: number, decimals: number): number {
  // Beyond 2^53 of its last place a double has no such decimals, and moving its point could overflow: 1e308.
  if (!(Math.abs(value) < 2 ** 53 / 10 ** decimals)) return value
  const rounded = shiftDecimal(Math.round(shiftDecimal(Math.abs(value), decimals)), -decimals)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Moves the decimal point without the error a multiplication would bring: 1.13 by 4 → 11300. */
export function shiftDecimal(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + places}`)
}
