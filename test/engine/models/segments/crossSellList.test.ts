import fc from 'fast-check'
import { expect, test } from 'vitest'
import { associations } from '#main/engine/models/segments/crossSell.ts'
import { crossSellList, type Buyer } from '#main/engine/models/segments/crossSellList.ts'

const buyer = (customer: number, segment: number | null, products: number[]): Buyer => ({ customer, segment, products: new Set(products) })
const pairsOf = (buyers: readonly Buyer[], least: number) =>
  associations(
    buyers.map(({ products }) => [...products]),
    least,
  )

test('what a third of the segment has and this customer has not, by what goes best with his own', () => {
  const buyers = [
    ...Array.from({ length: 12 }, (_, index) => buyer(index, 1, [1, 2])),
    ...Array.from({ length: 8 }, (_, index) => buyer(20 + index, 1, [1, 3])),
    buyer(90, 1, [1]),
    buyer(91, 2, [1]),
  ]
  const lists = crossSellList(buyers, pairsOf(buyers, 5), { leastBuyers: 20, leastShare: 0.3 })
  const own = lists.find(({ customer }) => customer === 90)?.offers
  expect(own?.map(({ product }) => product)).toEqual([2, 3])
  expect(own?.[0]).toMatchObject({ share: 12 / 21, because: { product: 1 } })
  expect(lists.some(({ customer }) => customer === 91)).toBe(false)
  expect(lists.find(({ customer }) => customer === 0)?.offers.map(({ product }) => product)).toEqual([3])
})

test('nobody, one product, a segment too small: no offers', () => {
  const rule = { leastBuyers: 20, leastShare: 0.3 }
  expect(crossSellList([], [], rule)).toEqual([])
  const same = Array.from({ length: 30 }, (_, index) => buyer(index, null, [7]))
  expect(crossSellList(same, pairsOf(same, 1), rule)).toEqual([])
  expect(crossSellList([buyer(1, 1, [1]), buyer(2, 1, [2])], [], rule)).toEqual([])
})

test('no offer is something the customer has, and each is bought by enough of his segment', () => {
  const sets = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 })), { maxLength: 40 })
  fc.assert(
    fc.property(sets, (rows) => {
      const buyers = rows.map(([segment, products], customer) => buyer(customer, segment, products))
      for (const { customer, offers } of crossSellList(buyers, pairsOf(buyers, 2), { leastBuyers: 3, leastShare: 0.3 })) {
        const own = buyers[customer]
        const peers = buyers.filter(({ segment }) => segment === own?.segment)
        expect(peers.length).toBeGreaterThanOrEqual(3)
        for (const { product, share } of offers) {
          expect(own?.products.has(product)).toBe(false)
          expect(share).toBe(peers.filter(({ products }) => products.has(product)).length / peers.length)
          expect(share).toBeGreaterThanOrEqual(0.3)
        }
      }
    }),
  )
})
