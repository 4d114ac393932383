import digammaOf from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'

/** ln Γ(x) for x > 0. */
export const lnGamma = (x: number): number => gammaln(x)

/** From here on Stirling's series (NIST Digital Library of Mathematical Functions 5.11) is exact to a double. */
const large = 16

/**
 * ln Γ(x + d) − ln Γ(x) for x > 0, d ≥ 0. Of large x the two are far greater than their difference: it is taken term by term of
 * Stirling's series.
 */
export function lnRising(x: number, d: number): number {
  if (d === 0) return 0
  if (x < large) return gammaln(x + d) - gammaln(x)
  return (x - 0.5) * Math.log1p(d / x) + d * (Math.log(x + d) - 1) + stirling(x + d) - stirling(x)
}

function stirling(x: number): number {
  const inverse = 1 / (x * x)
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / x
}

/** ψ(x + d) − ψ(x), the derivative of `lnRising` by x, in the same way. */
export function digammaRising(x: number, d: number): number {
  if (d === 0) return 0
  if (x < large) return digammaOf(x + d) - digammaOf(x)
  return Math.log1p(d / x) + d / (2 * x * (x + d)) + digammaRest(x) - digammaRest(x + d)
}

function digammaRest(x: number): number {
  const inverse = 1 / (x * x)
  return inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse / 132))))
}
