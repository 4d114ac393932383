import { addDays } from '#shared/lib/days.ts'
import { seededRandom } from '../random.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import type { KnownBook, KnownCustomer, KnownOrder } from './knownBook.ts'
import { basketOf, isProductKey, productList, type ProductKey } from './productList.ts'

const keys = Object.keys(productList).filter(isProductKey)

/** Twenty products, and for each order of the sample the lines that make up its amount to the cent. */
export function sampleProducts(book: KnownBook): SampleRows {
  const { words, today, customers } = book
  const entered = addDays(today, -800)
  const product = keys.map((key, index): SampleRow => {
    const { category, price, cost } = productList[key]
    const [name, unit] = words.products[key]
    return {
      cells: {
        'product.code': `CP-${String(index + 1).padStart(3, '0')}`,
        'product.name': name,
        'product.unit': unit,
        'product.category': { code: category },
        'product.price': price,
        'product.cost': Math.round(price * cost * 100) / 100,
        'product.status': { code: key === 'gifts' ? 'stopped' : 'onSale' },
      },
      links: [],
      at: `${entered}T10:00:00`,
      by: index % 4,
    }
  })
  const orders = customers.flatMap((customer) => customer.orders.map((order, index) => ({ customer, order, index })))
  orders.sort((left, right) => (left.order.date < right.order.date ? -1 : left.order.date > right.order.date ? 1 : left.order.id - right.order.id))
  return { product, orderLine: orders.flatMap(({ customer, order, index }, place) => linesOf(customer, order, index, place)) }
}

/** Goods for most of the amount, and delivery or fitting for what is left of it. */
function linesOf(customer: KnownCustomer, order: KnownOrder, index: number, place: number): SampleRow[] {
  const random = seededRandom(20_240_801 + order.id)
  const basket = basketOf[customer.industry ?? 'services']
  const main = basket[index % 4 === 3 ? 1 : 0]
  const beside = place % 5 < 2 ? basket[index % 3 === 2 ? 2 : main === basket[0] ? 1 : 0] : null
  const cents = Math.round(order.amount * 100)
  const fee = Math.round(cents * random.real(0.03, 0.07))
  const lines = [goods(main, (cents - fee) * (beside === null ? 1 : 0.65)), ...(beside === null ? [] : [goods(beside, (cents - fee) * 0.35)])]
  const rest = cents - lines.reduce((sum, line) => sum + line.quantity * line.price, 0)
  const service: ProductKey = productList[main].category === 'equipment' ? 'setUp' : 'delivery'
  const all = cents <= 0 ? [] : [...lines, { key: service, quantity: 1, price: rest, cost: Math.round(rest * productList[service].cost) }]
  return all.map((line, at): SampleRow => ({
    cells: {
      'orderLine.quantity': line.quantity,
      'orderLine.price': line.price / 100,
      // Half of the lines leave the cost to the product, as people do.
      ...(line.key === service || place % 2 === 0 ? { 'orderLine.cost': line.cost / 100 } : {}),
    },
    links: [
      { role: 'orderLine.order', row: order.id, isId: true },
      { role: 'orderLine.product', row: keys.indexOf(line.key) },
    ],
    at: `${order.date}T17:${String(10 + at)}:00`,
    by: customer.owner,
  }))
}

/** So many pieces that their list price comes near the amount in cents, at the price that fits. */
function goods(key: ProductKey, amount: number): { key: ProductKey; quantity: number; price: number; cost: number } {
  const { price, cost } = productList[key]
  // One piece of something dearer than that would be sold below its cost.
  if (amount < price * 100) return goods('cartons', amount)
  const pieces = amount / (price * 100)
  const quantity = pieces < 3 ? Math.floor(pieces) : Math.round(pieces)
  return { key, quantity, price: Math.floor(amount / quantity), cost: Math.round(price * cost * 100) }
}
