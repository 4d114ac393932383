import digammaOf from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'

/** ln Γ(x) for x > 0. */
export const lnGamma = (x: number): number => gammaln(x)

/** ψ(x), the derivative of ln Γ(x), for x > 0. */
export const digamma = (x: number): number => digammaOf(x)
