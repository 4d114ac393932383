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
  // Products by their places, and each pair counted once: a basket of twenty products has hundreds of pairs.
  const products = [...buyers].flatMap(([product, count]) => (count >= leastBuyers ? [product] : [])).sort((left, right) => left - right)
  const places = new Map(products.map((product, place) => [product, place]))
  const together = products.map(() => new Map<number, number>())
  for (const set of sets) {
    const known = set.flatMap((product) => places.get(product) ?? []).sort((left, right) => left - right)
    for (const [index, first] of known.entries()) {
      const row = together[first] ?? new Map<number, number>()
      for (let next = index + 1; next < known.length; next += 1) {
        const second = known[next] ?? 0
        row.set(second, (row.get(second) ?? 0) + 1)
      }
    }
  }
  const all = baskets.length
  const pair = (from: number, to: number, both: number): Association => {
    const confidence = both / (buyers.get(from) ?? 1)
    return { from, to, both, confidence, lift: confidence / ((buyers.get(to) ?? 1) / all) }
  }
  return together
    .flatMap((row, first) =>
      [...row].flatMap(([second, both]) => {
        const [left, right] = [products[first] ?? 0, products[second] ?? 0]
        return [pair(left, right, both), pair(right, left, both)]
      }),
    )
    .sort((left, right) => right.lift - left.lift || right.both - left.both || left.from - right.from || left.to - right.to)
}
