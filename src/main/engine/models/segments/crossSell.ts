/** What is bought together: of those who bought `from`, how many bought `to`, against how many of all do. */
export type Association = {
  from: number
  to: number
  /** Buyers of both. */
  both: number
  /** Share of the buyers of `from` who bought `to`. */
  confidence: number
  /** Confidence over the share of all customers who bought `to`; above 1 the two go together. */
  lift: number
}

/**
 * Pairs of products by how much more often they go together than chance (lift; Brin, Motwani, Ullman and Tsur, SIGMOD
 * 1997), for products with at least `leastBuyers`. `baskets`: per customer the products bought, in any order and number.
 */
export function associations(baskets: readonly (readonly number[])[], leastBuyers: number): Association[] {
  const buyers = new Map<number, number>()
  const sets = baskets.map((basket) => [...new Set(basket)])
  for (const set of sets) for (const product of set) buyers.set(product, (buyers.get(product) ?? 0) + 1)
  const together = new Map<number, Map<number, number>>()
  for (const set of sets) {
    const known = set.filter((product) => (buyers.get(product) ?? 0) >= leastBuyers)
    for (const from of known) {
      const row = together.get(from) ?? new Map<number, number>()
      for (const to of known) if (to !== from) row.set(to, (row.get(to) ?? 0) + 1)
      together.set(from, row)
    }
  }
  const all = baskets.length
  return [...together]
    .flatMap(([from, row]) =>
      [...row].map(([to, both]) => {
        const confidence = both / (buyers.get(from) ?? 1)
        return { from, to, both, confidence, lift: confidence / ((buyers.get(to) ?? 1) / all) }
      }),
    )
    .sort((left, right) => right.lift - left.lift || right.both - left.both || left.from - right.from || left.to - right.to)
}
