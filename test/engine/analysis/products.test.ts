import { expect, test } from 'vitest'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook, rolesOf } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

test('products by what their order lines bring; lines of cancelled orders, returns and lines without a product have their rule', async () => {
  const plain = await customerBook({ today })
  const waiting = valueOf(await plain.engine.run('analysis.concentration', { lang: 'zh-CN', of: 'products' }))
  expect(waiting).toMatchObject({ kind: 'missing', module: 'products' })
  expect(waiting.kind === 'missing' ? waiting.text : '').toContain('「产品与订单明细」')

  valueOf(await plain.engine.run('template.addModule', { code: 'products', lang: 'zh-CN', sample: false }))
  const book = await rolesOf(plain.engine)
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const order = (day: string, status?: string) =>
    book.insert(
      'order',
      { 'order.date': day, ...(status === undefined ? {} : { 'order.status': book.option('order.status', status) }) },
      { 'order.customer': [customer] },
    )
  const [fresh, cancelled, future, old] = [
    await order('2026-10-01'),
    await order('2026-10-02', 'cancelled'),
    await order('2027-01-01'),
    await order('2025-10-01'),
  ]
  const product = (name: string) => book.insert('product', { 'product.name': name })
  const [pump, valve, pipe] = [await product('泵'), await product('阀'), await product('管')]
  const line = (orderId: number, productId: number | null, quantity: number, price: number) =>
    book.insert(
      'orderLine',
      { 'orderLine.quantity': quantity, 'orderLine.price': price },
      { 'orderLine.order': [orderId], ...(productId === null ? {} : { 'orderLine.product': [productId] }) },
    )
  await line(fresh, pump, 2, 100.05)
  await line(fresh, pump, -1, 50)
  await line(fresh, valve, 1, 700)
  await line(fresh, null, 1, 9999)
  await line(cancelled, pipe, 1, 9999)
  await line(future, pipe, 1, 9999)
  await line(old, pump, 1, 30)

  const answer = valueOf(await book.engine.run('analysis.concentration', { lang: 'zh-CN', of: 'products' }))
  const { holders, grades } = shownSections(answer)
  expect(linesOf(holders?.table).map((each) => [each['产品'], each['卖出笔数'], each['销售额'], each['上一期']])).toEqual([['阀', 1, 700, 0]])
  expect(holders?.table?.opens?.rowIds).toEqual([valve])
  expect(holders?.warning).toBeNull()
  expect(grades?.table?.rows.map((row) => [row[2], row[3]])).toEqual([
    [1, 700],
    [0, 0],
    [1, 150.1],
    [0, 0],
    [1, 0],
  ])
  const notes = answer.kind === 'shown' ? answer.notes.join('\n') : ''
  for (const said of ['1 行订单明细没有产品', '2 行订单明细的订单已取消', '1 行订单明细金额为负数']) expect(notes).toContain(said)
})
