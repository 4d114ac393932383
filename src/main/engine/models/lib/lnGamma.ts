import gammaln from '@stdlib/math-base-special-gammaln'

/** ln Γ(x) for x > 0. */
export const lnGamma = (x: number): number => gammaln(x)
