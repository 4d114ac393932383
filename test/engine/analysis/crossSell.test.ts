import { expect, test } from 'vitest'
import { associations } from '#main/engine/models/segments/crossSell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { moduleBook } from '../support/moduleBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'
const products = ['机器', '刀片', '机油'] as const

/** Per customer the products of one order; some with what makes them not count. */
type Bought = { name: string; source: string; lines: (readonly [product: number, quantity: number])[]; cancelled?: boolean; day?: string }

async function bookOfLines(bought: readonly Bought[]) {
  const book = await moduleBook(['products'], { today })
  type Cell = { columnId: number; value: string | number }
  const insert = async (
    table: 'product' | 'customer' | 'order' | 'orderLine',
    rows: { cells: Cell[]; links: { columnId: number; rowIds: number[] }[] }[],
  ) => valueOf(await book.engine.run('rows.insert', { tableId: book.table(table), rows, begun: true })).ids
  const cell = (role: ColumnRole, value: string | number): Cell => ({ columnId: book.column(role).id, value })
  const link = (role: ColumnRole, rowId: number | undefined) => ({ columnId: book.column(role).id, rowIds: [rowId ?? 0] })
  const ids = await insert(
    'product',
    products.map((name) => ({ cells: [cell('product.name', name)], links: [] })),
  )
  const customers = await insert(
    'customer',
    bought.map(({ name, source }) => ({
      cells: [cell('customer.name', name), cell('customer.source', book.option('customer.source', source))],
      links: [],
    })),
  )
  const orders = await insert(
    'order',
    bought.map(({ cancelled, day }, place) => ({
      cells: [
        cell('order.date', day ?? '2026-10-01'),
        ...(cancelled === true ? [cell('order.status', book.option('order.status', 'cancelled'))] : []),
      ],
      links: [link('order.customer', customers[place])],
    })),
  )
  await insert(
    'orderLine',
    bought.flatMap(({ lines }, place) =>
      lines.map(([product, quantity]) => ({
        cells: [cell('orderLine.quantity', quantity)],
        links: [link('orderLine.order', orders[place]), link('orderLine.product', ids[product])],
      })),
    ),
  )
  return book
}

/** Twenty who bought machine and blades, five a machine alone, six oil alone; then what does not count. */
const bought: Bought[] = [
  ...Array.from({ length: 20 }, (_, index): Bought => ({
    name: `甲${index}`,
    source: 'web',
    lines: [
      [0, 1],
      [1, 2],
    ],
  })),
  ...Array.from({ length: 5 }, (_, index): Bought => ({ name: `乙${index}`, source: 'web', lines: [[0, 1]] })),
  ...Array.from({ length: 6 }, (_, index): Bought => ({ name: `丙${index}`, source: 'phone', lines: [[2, 1]] })),
  { name: '取消', source: 'web', lines: [[2, 1]], cancelled: true },
  { name: '以后', source: 'web', lines: [[2, 1]], day: '2026-12-01' },
  {
    name: '退完',
    source: 'web',
    lines: [
      [0, 1],
      [2, 3],
      [2, -3],
    ],
  },
]

test('what to offer to whom, and what goes together, against the model over baskets made here', async () => {
  const book = await bookOfLines(bought)
  const segment = book.column('customer.source')
  const input = { lang: 'zh-CN' as const, segmentColumnId: segment.id }
  const { offers, pairs } = shownSections(valueOf(await book.engine.run('analysis.crossSell', input)))
  const lines = linesOf(offers?.table)
  expect(new Set(lines.map((line) => line['客户']))).toEqual(new Set(['乙0', '乙1', '乙2', '乙3', '乙4', '退完']))
  expect(lines).toHaveLength(6)
  // 20 of the 26 buyers of the segment bought blades; of all 32, 20 did, and 20 of the 26 who have a machine.
  expect(lines[0]).toMatchObject({ 首选推荐: '刀片', 已买产品数: 1, [segment.name]: '网络' })
  expect(lines[0]?.['理由']).toBe('同群 77% 买过；买「机器」的客户买它的机会是平均的 1.2 倍')
  const baskets = [...Array.from({ length: 20 }, () => [0, 1]), ...Array.from({ length: 6 }, () => [0]), ...Array.from({ length: 6 }, () => [2])]
  const [best] = associations(baskets, 5)
  const [first, ...others] = linesOf(pairs?.table)
  expect(others).toEqual([])
  expect(first).toMatchObject({ 买了: '刀片', 也买: '机器', 都买的客户: 20, 占全部买家: 20 / 32, 买了前者的也买后者: 1 })
  expect(first?.['提升度']).toBeCloseTo(best?.lift ?? 0, 12)
})

test('a segment of fewer than twenty buyers is offered nothing, and says so; nothing bought, and no columns, likewise', async () => {
  const book = await bookOfLines(bought.slice(0, 12))
  const { offers, pairs } = shownSections(valueOf(await book.engine.run('analysis.crossSell', { lang: 'zh-CN' })))
  expect(offers?.emptyText).toContain('达到 20 位')
  expect(pairs?.emptyText).not.toBeNull()
  const early = valueOf(await book.engine.run('analysis.crossSell', { lang: 'en', period: 'lastYear' }))
  expect(early.kind).toBe('nothing')
  const { engine } = temporaryBase()
  expect(valueOf(await engine.run('analysis.crossSell', { lang: 'zh-CN' })).kind).toBe('missing')
})
