import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import { usualLifeCycle } from '#shared/model/classRules/lifeCycleRule.ts'
import type { Rule, Scheme } from '#shared/model/scheme.ts'
import { openDirectly } from './directRefresh.ts'
import { fillBook, unevenOrders } from './fillBook.ts'
import { benchFolder, namesOf, succeed, type Names } from './largeBase.ts'

/** A customer book with ten orders and five follow-ups to a customer, and every kind of scheme at work. */
export type SchemeBase = { path: string; customers: number; orders: number; names: Names; schemes: Scheme[] }

const made = new Map<number, SchemeBase>()

/** Made once a run. Links, lookups and the search index stay as empty as plain SQL leaves them: no scheme reads them. */
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
  await createSchemes(engine, await namesOf(engine))
  const names = await namesOf(engine)
  const { schemes } = await succeed(engine.run('base.describe', {}))
  await engine.close()
  const sizes = { customers, orders: customers * 10, followUps: customers * 5 }
  fillBook(path, names, sizes, unevenOrders(sizes))
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

/** The kinds of schemes that the book does not begin with, as its owner makes them. */
async function createSchemes(engine: Engine, names: Names): Promise<void> {
  const column = (role: ColumnRole): number => names.column(role).id
  const orders = { orderCountColumnId: column('customer.orderCount'), lastOrderColumnId: column('customer.lastOrderDate') }
  const rfm = { recencyColumnId: orders.lastOrderColumnId, frequencyColumnId: orders.orderCountColumnId, monetaryColumnId: column('customer.amountAll') }
  const numbered = (segments: typeof chineseSegments | typeof quintileSegments) =>
    segments.map(({ r, f, m }, index) => ({ r, f, m, optionId: index + 1 }))
  const create = (code: string, classes: number, fallbackOptionId: number | null, rule: Rule) =>
    succeed(
      engine.run('schemes.create', {
        tableId: names.table('customer'),
        code,
        name: code,
        targetColumnId: null,
        newOptions: Array.from({ length: classes }, (_, index) => ({ id: index + 1, name: `${index + 1}`, color: 'gray' })),
        scope: null,
        rule,
        fallbackOptionId,
      }),
    )
  await create('rfmChinese', 8, null, { kind: 'rfm', ...rfm, cuts: { kind: 'mean' }, segments: numbered(chineseSegments) })
  await create('rfmQuintiles', 11, 11, {
    kind: 'rfm',
    ...rfm,
    cuts: { kind: 'quantile', bins: 5, method: 'atMost' },
    segments: numbered(quintileSegments),
  })
  await create('lifeCycle', 5, null, {
    kind: 'lifeCycle',
    ...orders,
    firstOrderColumnId: column('customer.firstOrderDate'),
    gapColumnId: null,
    amounts: null,
    ...usualLifeCycle,
    phases: { acquisition: 1, growth: 2, maturity: 3, decline: 4, exit: 5 },
  })
  await create('alive', 4, null, {
    kind: 'alive',
    orderDaysColumnId: orders.orderCountColumnId,
    firstOrderColumnId: column('customer.firstOrderDate'),
    lastOrderColumnId: orders.lastOrderColumnId,
    bands: [
      { from: null, optionId: 1 },
      { from: 0.3, optionId: 2 },
      { from: 0.7, optionId: 3 },
    ],
    onceOptionId: 4,
  })
  await create('score', 3, null, {
    kind: 'score',
    lines: [
      {
        kind: 'condition',
        when: { kind: 'condition', columnId: column('customer.needTime'), operator: 'anyOf', value: [1, 2, 3] },
        points: 20,
        decay: null,
      },
      {
        kind: 'condition',
        when: { kind: 'condition', columnId: column('customer.source'), operator: 'anyOf', value: [1] },
        points: 15,
        decay: null,
      },
      {
        kind: 'condition',
        when: { kind: 'condition', columnId: column('customer.lastFollowUpTime'), operator: 'onOrAfter', value: { kind: 'daysAgo', days: 90 } },
        points: 30,
        decay: { sinceColumnId: column('customer.lastFollowUpTime'), perWeek: 0.1 },
      },
      { kind: 'number', columnId: column('customer.followUpCount'), each: 5, most: 40, emptyIsZero: true },
    ],
    lowest: 0,
    highest: 100,
    bands: [
      { from: null, optionId: 1 },
      { from: 40, optionId: 2 },
      { from: 70, optionId: 3 },
    ],
  })
}
