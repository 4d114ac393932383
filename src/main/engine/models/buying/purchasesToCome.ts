/**
 * Purchases to expect of a customer of BG/NBD within time `t`: his rate is drawn from Gamma(r, α), what he leaves with after
 * each purchase from Beta(a, b). The published form, (a + b − 1)/(a − 1)·{1 − (α/(α + t))^r ₂F₁(r, b; a + b − 1; t/(α + t))}
 * (Fader, Hardie and Lee 2005, equation 9), divides by nothing at a = 1 and overflows for frequent customers. Here it is
 * Σ P(N = n)·Σ_{k<n} (b)ₖ/(a + b)ₖ, N the negative binomial purchases of who never leaves, and the inner sum those made
 * before leaving: the same number, of positive terms alone.
 */
export function purchasesToCome({ r, alpha, a, b }: { r: number; alpha: number; a: number; b: number }, t: number): number {
  if (t <= 0) return 0
  const lnRest = -Math.log1p(t / alpha)
  if ((r + 40) * (1 + t / alpha) > mostTerms) return byIntegral(r, t / alpha, a, b)
  const share = t / (alpha + t)
  let scale = Math.min(0, r * lnRest + 600)
  let weight = Math.exp(r * lnRest - scale)
  let [staying, before, sum] = [1, 0, 0]
  for (let n = 1; n < 1_000_000; n += 1) {
    weight *= ((r + n - 1) / n) * share
    before += staying
    staying *= (b + n - 1) / (a + b + n - 1)
    sum += weight * before
    const shrinks = 1 - ((r + n) / (n + 1)) * share
    if (shrinks > 0 && weight * before <= sum * shrinks * 1e-17) return sum * Math.exp(scale)
    if (sum > 1e200) {
      weight *= 1e-200
      sum *= 1e-200
      scale += lnFold
    }
  }
  return byIntegral(r, t / alpha, a, b)
}

const mostTerms = 30_000
const lnFold = Math.log(1e200)

/**
 * The same as the mean of (1 − (1 + p·τ)^−r)/p over p from Beta(a, b), for times so long that the series would not end: sums
 * over even steps of y with p = 1/(1 + e^−y) come close faster than any power of the step (Trefethen and Weideman, SIAM
 * Review 56, 2014). Beyond both ends the terms are a geometric series.
 */
function byIntegral(r: number, tau: number, a: number, b: number): number {
  const least = Math.min(a, b)
  const rateAt = (p: number): number => -Math.expm1(-r * Math.log1p(p * tau)) / p
  // So narrow a distribution is its middle.
  if (least > 1e8) return rateAt(a / (a + b))
  const step = 0.25 / Math.sqrt(Math.max(1, least))
  const peak = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b))
  const [middle, reach] = [Math.log(a / b), least > 100 ? 160 * step : Infinity]
  const from = Math.max(middle - reach, -40 - Math.log(Math.max(r, 1) * tau + a + b))
  const count = Math.ceil((Math.min(middle + reach, 40 + Math.log(a + b + 1)) - from) / step)
  let [sum, weights] = [0, 0]
  for (let place = 0; place <= count; place += 1) {
    const y = from + place * step
    const lnP = -Math.log1p(Math.exp(-y))
    const weight = Math.exp(a * lnP - b * Math.log1p(Math.exp(y)) - peak)
    const beyond = place === 0 ? 1 / Math.expm1(a * step) : place === count ? 1 / Math.expm1(b * step) : 0
    sum += weight * (1 + beyond) * rateAt(Math.exp(lnP))
    weights += weight * (1 + beyond)
  }
  return sum / weights
}
