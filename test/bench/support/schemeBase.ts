import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createBase, openEngine } from '#main/engine/index.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { openDirectly } from './directRefresh.ts'
import { dayBack, fillBook, unevenOrders, type MoreCells, type OrderSpread } from './fillBook.ts'
import { benchFolder, namesOf, succeed, type Names } from './largeBase.ts'

/** A customer book with ten orders and five follow-ups to a customer, and at work every scheme of the library that has a rule for customers. */
export type SchemeBase = { path: string; customers: number; orders: number; names: Names; schemes: Scheme[] }

const made = new Map<number, SchemeBase>()

/**
 * Made once a run. Links, lookups and the search index stay as empty as plain SQL leaves them: no scheme reads them. The tables of
 * contacts, products and lines are there and empty; what orders sum up of their lines is filled in as if it had been computed.
 */
export async function schemeBase(customers: number): Promise<SchemeBase> {
  const known = made.get(customers)
  if (known !== undefined) return known
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, `schemes-${customers}.kebu`)
  if (existsSync(path)) throw new Error(`${path} is there already`)
  createBase(path)
  const engine = openEngine(path)
  await succeed(engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  for (const name of ['李雷', '韩梅梅', '王伟', '张敏']) await succeed(engine.run('members.create', { name }))
  const library = await succeed(engine.run('schemes.library', { lang: 'zh-CN' }))
  await succeed(engine.run('schemes.addFromLibrary', { lang: 'zh-CN', codes: library.map(({ code }) => code) }))
  const names = await namesOf(engine)
  const described = await succeed(engine.run('base.describe', {}))
  const schemes = described.schemes.filter(({ tableId, rule }) => tableId === names.table('customer') && rule.kind !== 'manual')
  await engine.close()
  const sizes = { customers, orders: customers * 10, followUps: customers * 5 }
  const spread = unevenOrders(sizes)
  fillBook(path, names, sizes, spread, { ...filledIn, order: orderCells(spread) })
  const base = { path, customers, orders: sizes.orders, names, schemes }
  const direct = openDirectly(path)
  await direct.computed(names.table('customer'), new Set(metricsOf(base).map(({ id }) => id)))
  await direct.classes(schemes)
  direct.close()
  made.set(customers, base)
  return base
}

/** What schemes may read that is computed: rollups and formulas of the customers. */
export const metricsOf = ({ names }: Pick<SchemeBase, 'names'>) =>
  names.columns.filter(({ tableId, type }) => tableId === names.table('customer') && (type === 'rollup' || type === 'formula'))

/** What schemes of the library read beside orders and follow-ups: filled in by people. */
const filledIn = {
  customer: {
    'customer.industry': 'i * 5 % 12 + 1',
    'customer.address': `json_object('province', case i % 7 when 0 then '北京市' when 1 then '广东省' when 2 then '四川省' when 3 then '山东省' else '浙江省' end,
      'city', '市', 'district', '区', 'detail', i || ' 号')`,
    'customer.buyingIntent': 'nullif(i * 3 % 4, 0)',
    'customer.buyingAbility': 'nullif(i * 7 % 5 % 4, 0)',
    'customer.marketPosition': 'nullif(i * 11 % 6, 0)',
    'customer.influence': 'i * 13 % 5 + 1',
    'customer.reputation': 'i * 17 % 5 + 1',
    'customer.cooperation': 'i * 19 % 5 + 1',
    'customer.budget': 'case when i % 3 = 0 then i % 1000 * 100.0 end',
    'customer.competitorLocked': 'i % 20 = 0',
  },
  followUp: {
    'followUp.content': `'第 ' || i || ' 次沟通,' || case i * 7919 % 29 when 0 then '觉得价格偏高' when 1 then '问到售后和培训' when 2 then '要先看检测报告' when 3 then '也在看竞品'
      when 4 then '质量不好,要退货' when 5 then '售后慢,没人管' when 6 then '今年没有预算' when 7 then '以后不再采购' else '客户希望月底前收到报价' end`,
  },
} satisfies MoreCells

/** Columns of orders with what their lines come to in each of six categories, in the order of its options. */
const amountsOfCategories = [
  'order.equipmentAmount',
  'order.partsAmount',
  'order.materialsAmount',
  'order.consumablesAmount',
  'order.serviceAmount',
  'order.otherAmount',
] as const satisfies readonly ColumnRole[]

/**
 * Nine of ten orders have lines: three quarters of the amount are of one category, the rest is of another. One customer in twelve has not
 * bought for a year.
 */
function orderCells({ customer, amount }: OrderSpread): Partial<Record<ColumnRole, string>> {
  const withLines = (value: string): string => `case when i % 10 > 0 then ${value} end`
  const [most, second] = ['i * 11 % 6 + 1', '(i * 11 + 1 + i / 7 % 5) % 6 + 1']
  const larger = `round(${amount} * 0.75, 2)`
  const ofCategories = amountsOfCategories.map((role, index): [string, string] => [
    role,
    withLines(`case ${index + 1} when ${most} then ${larger} when ${second} then round(${amount} - ${larger}, 2) end`),
  ])
  return {
    'order.date': dayBack(`case (${customer}) % 12 when 0 then 366 + i * 31 % 534 else i * 31 % 900 end`),
    'order.kind': 'i * 7 % 5 + 1',
    'order.linesAmount': withLines(amount),
    'order.grossProfit': withLines(`round(${amount} * (i * 7 % 40 - 5) / 100.0, 2)`),
    'order.categories': withLines(`json_array(min(${most}, ${second}), max(${most}, ${second}))`),
    ...Object.fromEntries(ofCategories),
  }
}
