import tCdf from '@stdlib/stats-base-dists-t-cdf'

/** Quantile of Student's t for a share above one half, by halving on its distribution. `tQuantile(0.975, 4)` is 2.776. */
export function tQuantile(share: number, freedom: number): number {
  let high = 1
  while (tCdf(high, freedom) < share) high *= 2
  let low = 0
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2
    if (tCdf(middle, freedom) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Each gains a binary digit; a double has 53. */
const halvings = 60
