import type { Association } from './crossSell.ts'

/** A product to offer to a customer who has not bought it. */
export type Offer = {
  product: number
  /** Share of the buyers of his segment who bought it. */
  share: number
  /** The product of his own it goes together with best, and by how much; null where too few bought either. */
  because: { product: number; lift: number } | null
}

export type Buyer = { customer: number; segment: number | null; products: ReadonlySet<number> }

export type CrossSellRule = {
  /** A segment of fewer buyers says nothing. */
  leastBuyers: number
  /** Least share of the segment that has bought the product. */
  leastShare: number
}

/**
 * What to offer to whom: products bought by at least `leastShare` of the buyers of the customer's segment and not by
 * himself, those first that go best (lift) with something he has bought. `pairs` are those of `associations`.
 */
export function crossSellList(
  buyers: readonly Buyer[],
  pairs: readonly Association[],
  { leastBuyers, leastShare }: CrossSellRule,
): { customer: number; offers: Offer[] }[] {
  const lifts = liftsTo(pairs)
  const wanted = new Map([...segmentsOf(buyers)].map(([segment, each]) => [segment, each.length < leastBuyers ? [] : commonOf(each, leastShare)]))
  return buyers.flatMap(({ customer, segment, products }) => {
    const offers = (wanted.get(segment) ?? [])
      .filter(({ product }) => !products.has(product))
      .map(({ product, share }): Offer => ({ product, share, because: bestOf(products, lifts.get(product)) }))
      .sort((left, right) => (right.because?.lift ?? 0) - (left.because?.lift ?? 0) || right.share - left.share || left.product - right.product)
    return offers.length === 0 ? [] : [{ customer, offers }]
  })
}

function segmentsOf(buyers: readonly Buyer[]): Map<number | null, Buyer[]> {
  const segments = new Map<number | null, Buyer[]>()
  for (const buyer of buyers) {
    const known = segments.get(buyer.segment)
    if (known === undefined) segments.set(buyer.segment, [buyer])
    else known.push(buyer)
  }
  return segments
}

/** Products that at least this share of the buyers bought. */
function commonOf(buyers: readonly Buyer[], leastShare: number): { product: number; share: number }[] {
  const counts = new Map<number, number>()
  for (const { products } of buyers) for (const product of products) counts.set(product, (counts.get(product) ?? 0) + 1)
  return [...counts].map(([product, count]) => ({ product, share: count / buyers.length })).filter(({ share }) => share >= leastShare)
}

/** By product that is offered, how well each other product goes with it. */
function liftsTo(pairs: readonly Association[]): Map<number, Map<number, number>> {
  const lifts = new Map<number, Map<number, number>>()
  for (const { from, to, lift } of pairs) {
    const known = lifts.get(to)
    if (known === undefined) lifts.set(to, new Map([[from, lift]]))
    else known.set(from, lift)
  }
  return lifts
}

function bestOf(products: ReadonlySet<number>, lifts: ReadonlyMap<number, number> | undefined): Offer['because'] {
  let best: Offer['because'] = null
  for (const product of products) {
    const lift = lifts?.get(product)
    if (lift !== undefined && (best === null || lift > best.lift)) best = { product, lift }
  }
  return best
}
