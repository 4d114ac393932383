import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { fitBgNbd, probabilityAlive } from '#main/engine/models/buying/bgNbd.ts'
import { rfmCuts, rfmScores } from '#main/engine/models/segments/rfm.ts'
import { addDays, daysBetween } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { usualLifeCycle } from '#shared/model/classRules/lifeCycleRule.ts'
import { chineseSegments, quintileSegments, segmentOf } from '#shared/model/classRules/rfmRule.ts'
import { ruleSchema, type Rule } from '#shared/model/scheme.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'
/** Options 1 to 12 of every class column; 99 is the fallback. */
const optionIds = [...Array.from({ length: 12 }, (_, index) => index + 1), 99]

type Customer = { orders: number | null; first: string | null; last: string | null; gap: number | null; amount: number | null; before: number | null }
const fieldNames = ['orders', 'first', 'last', 'gap', 'amount', 'before'] as const
type Field = (typeof fieldNames)[number]

/** One table of customers with the numbers that rules read, and a class column for each rule. */
async function customersBook(rules: readonly Rule[]) {
  const state = { today }
  const clock = { today: () => state.today, now: () => `${state.today}T10:00:00` }
  const { engine } = temporaryBase({ clock })
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string, type: 'number' | 'date' | 'singleSelect', settings: Record<string, unknown> = {}) =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings })).id
  const fields: Record<Field, number> = {
    orders: await column('订单数', 'number'),
    first: await column('首单', 'date'),
    last: await column('末单', 'date'),
    gap: await column('间隔', 'number'),
    amount: await column('金额', 'number'),
    before: await column('上期', 'number'),
  }
  const options = optionIds.map((id) => ({ id, name: `类${id}`, color: 'blue' }))
  const made = []
  for (const [index, rule] of rules.entries()) {
    const targetColumnId = await column(`类别${index}`, 'singleSelect', { options })
    made.push({ targetColumnId, rule: withColumns(rule, fields) })
  }
  return { engine, state, tableId: table.id, fields, made, ...access(engine, table.id, fields) }
}

function access(engine: Engine, tableId: number, fields: Record<Field, number>) {
  const cellsOf = (customer: Partial<Customer>) =>
    fieldNames.flatMap((field) => (field in customer ? [{ columnId: fields[field], value: customer[field] ?? null }] : []))
  return {
    insert: async (customers: readonly Partial<Customer>[]) =>
      valueOf(await engine.run('rows.insert', { tableId, rows: customers.map((customer) => ({ cells: cellsOf(customer), links: [] })) })).ids,
    update: async (id: number, customer: Partial<Customer>) =>
      valueOf(await engine.run('rows.update', { tableId, rows: [{ id, cells: cellsOf(customer) }] })),
    cells: async (columnId: number): Promise<CellValue[]> => {
      const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [columnId], offset: 0, limit: 1000 }))
      return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0] ?? null] : []))
    },
  }
}

/** Rules are written with these numbers for columns, and get the real ones here. */
const place: Record<Field, number> = { orders: 1001, first: 1002, last: 1003, gap: 1004, amount: 1005, before: 1006 }

function withColumns(rule: Rule, fields: Record<Field, number>): Rule {
  let text = JSON.stringify(rule)
  for (const field of fieldNames) text = text.replaceAll(new RegExp(`\\b${place[field]}\\b`, 'gu'), String(fields[field]))
  return ruleSchema.parse(JSON.parse(text))
}

const segmentsOf = (segments: typeof chineseSegments | typeof quintileSegments) =>
  segments.map(({ r, f, m }, index) => ({ r, f, m, optionId: index + 1 }))

const rfmColumns = { kind: 'rfm', recencyColumnId: place.last, frequencyColumnId: place.orders, monetaryColumnId: place.amount } as const
const chinese: Rule = {
  ...rfmColumns,
  cuts: { kind: 'fixed', recency: [10], frequency: [3], monetary: [200] },
  segments: segmentsOf(chineseSegments),
}
const byMean: Rule = { ...rfmColumns, cuts: { kind: 'mean' }, segments: segmentsOf(chineseSegments) }
const quintiles: Rule = { ...rfmColumns, cuts: { kind: 'quantile', bins: 5, method: 'atMost' }, segments: segmentsOf(quintileSegments) }
const lifeCycle: Rule = {
  kind: 'lifeCycle',
  orderCountColumnId: place.orders,
  firstOrderColumnId: place.first,
  lastOrderColumnId: place.last,
  gapColumnId: place.gap,
  amounts: { recentColumnId: place.amount, beforeColumnId: place.before },
  ...usualLifeCycle,
  phases: { acquisition: 1, growth: 2, maturity: 3, decline: 4, exit: 5 },
}
const score: Rule = {
  kind: 'score',
  lines: [
    { kind: 'condition', when: { kind: 'condition', columnId: place.amount, operator: 'greaterOrEqual', value: 200 }, points: 40, decay: null },
    {
      kind: 'condition',
      when: { kind: 'condition', columnId: place.last, operator: 'isNotEmpty' },
      points: 50,
      decay: { sinceColumnId: place.last, perWeek: 0.1 },
    },
    { kind: 'number', columnId: place.orders, each: 5, most: 20, emptyIsZero: true },
    { kind: 'condition', when: { kind: 'condition', columnId: place.orders, operator: 'isEmpty' }, points: -30, decay: null },
  ],
  lowest: 0,
  highest: 100,
  bands: [
    { from: null, optionId: 1 },
    { from: 40, optionId: 2 },
    { from: 70, optionId: 3 },
  ],
}
const alive: Rule = {
  kind: 'alive',
  orderDaysColumnId: place.orders,
  firstOrderColumnId: place.first,
  lastOrderColumnId: place.last,
  bands: [
    { from: null, optionId: 1 },
    { from: 0.3, optionId: 2 },
    { from: 0.7, optionId: 3 },
  ],
  onceOptionId: 4,
}
const rankScore: Rule = {
  kind: 'rankScore',
  parts: [
    { columnId: place.amount, weight: 5 },
    { columnId: place.before, weight: 3 },
    { columnId: place.orders, weight: 2 },
  ],
  bands: [
    { from: null, optionId: 1 },
    { from: 40, optionId: 2 },
    { from: 70, optionId: 3 },
  ],
  nothingOptionId: 4,
}
const rules = [chinese, byMean, quintiles, lifeCycle, score, alive, rankScore]

/** The same classes from the definitions, customer by customer. */
function independent(customers: readonly Customer[], day: string): (number | null)[][] {
  // What is dated after today counts as today's.
  const days = (date: string | null): number | null => (date === null ? null : Math.max(0, daysBetween(date, day)))
  const withOrder = customers
    .filter(({ last }) => last !== null)
    .map(({ last, orders, amount }) => ({ recency: days(last) ?? 0, frequency: orders ?? 0, monetary: amount ?? 0 }))
  const rfm = (segment: (values: { recency: number; frequency: number; monetary: number }) => number | null) =>
    customers.map(({ last, orders, amount }) =>
      last === null ? 99 : (segment({ recency: days(last) ?? 0, frequency: orders ?? 0, monetary: amount ?? 0 }) ?? 99),
    )
  const eight = (near: boolean, often: boolean, much: boolean): number => 1 + (much ? 0 : 4) + (near && often ? 0 : !near && often ? 1 : near ? 2 : 3)
  const mean = (pick: (values: (typeof withOrder)[number]) => number): number =>
    withOrder.reduce((sum, values) => sum + pick(values), 0) / withOrder.length
  const [r, f, m] = [mean(({ recency }) => recency), mean(({ frequency }) => frequency), mean(({ monetary }) => monetary)]
  const cuts = rfmCuts(withOrder, 5, 'atMost')
  const fit = fitBgNbd(
    customers.flatMap(({ orders, first, last }) => {
      if (orders === null || orders < 1 || first === null || last === null) return []
      const past = { frequency: orders - 1, recency: daysBetween(first, last), age: Math.max(daysBetween(first, last), days(first) ?? 0) }
      return past.recency >= 0 && (past.frequency > 0 || past.recency === 0) ? [past] : []
    }),
  )
  return [
    rfm((values) => eight(values.recency <= 10, values.frequency >= 3, values.monetary >= 200)),
    rfm((values) => eight(values.recency < r, values.frequency > f, values.monetary > m)),
    rfm((values) => {
      const segment = segmentOf(quintileSegments, rfmScores(values, cuts))
      return segment === undefined ? null : quintileSegments.indexOf(segment) + 1
    }),
    customers.map((customer) => phaseOf(customer, day)),
    customers.map((customer) => {
      const { orders, last, amount } = customer
      const weeks = Math.floor(Math.max(0, days(last) ?? 0) / 7)
      const sum =
        ((amount ?? -1) >= 200 ? 40 : 0) +
        (last === null ? 0 : 50 * 0.9 ** weeks) +
        Math.min(20, Math.max(-20, 5 * (orders ?? 0))) +
        (orders === null ? -30 : 0)
      const points = Math.min(100, Math.max(0, sum))
      return points >= 70 ? 3 : points >= 40 ? 2 : 1
    }),
    customers.map(({ orders, first, last }) => {
      if (orders === 1) return 4
      if (!fit.ok || orders === null || orders < 2 || first === null || last === null) return 99
      const recency = daysBetween(first, last)
      if (recency < 0) return 99
      const age = Math.max(recency, days(first) ?? 0)
      const likely = probabilityAlive(fit.value, { frequency: orders - 1, recency, age })
      return Number.isNaN(likely) ? 99 : likely >= 0.7 ? 3 : likely >= 0.3 ? 2 : 1
    }),
    customers.map((customer) => valueOfBuyer(customer, customers)),
  ]
}

/** Half by the rank of the amount among buyers, three tenths by what was bought before, two tenths by the orders. */
function valueOfBuyer(customer: Customer, customers: readonly Customer[]): number {
  const buyers = customers.filter(({ amount }) => (amount ?? 0) > 0)
  if (!buyers.includes(customer)) return 4
  const rank = (pick: (each: Customer) => number | null): number =>
    buyers.length === 1 ? 100 : (100 * buyers.filter((each) => (pick(each) ?? 0) < (pick(customer) ?? 0)).length) / (buyers.length - 1)
  const points = 0.5 * rank(({ amount }) => amount) + 0.3 * rank(({ before }) => before) + 0.2 * rank(({ orders }) => orders)
  // A bound that is met exactly is not missed by the last bit of a double.
  return points >= 70 - 1e-9 ? 3 : points >= 40 - 1e-9 ? 2 : 1
}

function phaseOf({ orders, first, last, gap, amount, before }: Customer, day: string): number {
  if ((orders ?? 0) <= 0) return 1
  if (last === null) return 99
  const since = Math.max(0, daysBetween(last, day))
  const cycle = (orders ?? 0) >= 3 && (gap ?? 0) > 0 ? (gap ?? 0) : 90
  if (since > Math.min(365, Math.max(180, 3 * cycle))) return 5
  if ((orders ?? 0) < 3 || (first !== null && daysBetween(first, day) <= 90)) return 2
  return since > 1.5 * cycle || (amount ?? 0) < 0.7 * (before ?? 0) ? 4 : 3
}

const date = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(today, days))
const anyCustomer: fc.Arbitrary<Customer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ orders: null, first: null, last: null, gap: null, amount: null, before: null }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        span: fc.nat(500),
        age: fc.nat(400),
        orders: fc.nat(9),
        gap: fc.option(fc.nat(120)),
        amount: fc.constantFrom(0, 50, 199.5, 200, 200, 900, -20, null),
        before: fc.constantFrom(0, 100, 1000, null),
      })
      .map(({ span, age, orders, ...rest }) => ({
        ...rest,
        orders: orders + 1,
        first: addDays(today, -age - (orders === 0 ? 0 : span)),
        last: addDays(today, -age),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      orders: fc.constantFrom(0, 1, 2),
      first: fc.option(date(-300, 10)),
      last: fc.option(date(-300, 10)),
      gap: fc.constant(null),
      amount: fc.constant(300),
      before: fc.constant(0),
    }),
  },
)
/** All bought on one day, so that the model of who comes back has hardly anything to go by. */
const sameDay: Customer[] = [1, 2].map((orders) => ({ orders, first: today, last: today, gap: null, amount: 0, before: 0 }))
const lastBeforeFirst: Customer = { orders: 2, first: addDays(today, 1), last: today, gap: null, amount: 300, before: 0 }
const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), row: fc.nat(30), customer: anyCustomer }),
  fc.record({ kind: fc.constant('add' as const), customer: anyCustomer }),
  fc.record({ kind: fc.constant('day' as const), days: fc.integer({ min: 1, max: 100 }) }),
)

test('every kind of rule: after edits and passing days the classes are those of the definitions, and a preview says beforehand what saving does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCustomer, { minLength: 2, maxLength: 20 }), fc.array(anyEdit, { maxLength: 4 }), async (start, edits) => {
      const book = await customersBook(rules)
      const customers = [...start]
      const ids = [...(await book.insert(customers))]
      for (const [index, { targetColumnId, rule }] of book.made.entries()) {
        const draft = { tableId: book.tableId, targetColumnId, scope: null, rule, fallbackOptionId: 99 }
        const preview = valueOf(await book.engine.run('schemes.preview', draft))
        valueOf(await book.engine.run('schemes.create', { ...draft, code: `c${index}`, name: `方案${index}` }))
        const counted = valueOf(await book.engine.run('classes.counts', { schemeId: await schemeOn(book.engine, targetColumnId) }))
        const inScope = counted.map(({ optionId, inScope: count }) => ({ optionId, count })).filter(({ count }) => count > 0)
        expect(sorted(preview.counts)).toEqual(sorted(inScope))
        expect(preview.moved).toBe(customers.length - (counted.find(({ optionId }) => optionId === null)?.count ?? 0))
      }
      const check = async () => {
        const expected = independent(customers, book.state.today)
        for (const [index, { targetColumnId }] of book.made.entries())
          expect({ rule: index, classes: await book.cells(targetColumnId) }).toEqual({ rule: index, classes: expected[index] })
      }
      await check()
      for (const edit of edits) {
        if (edit.kind === 'day') {
          book.state.today = addDays(book.state.today, edit.days)
          valueOf(await book.engine.run('base.turnDay', {}))
        } else if (edit.kind === 'add') {
          customers.push(edit.customer)
          ids.push(...(await book.insert([edit.customer])))
        } else {
          const row = edit.row % customers.length
          customers[row] = edit.customer
          await book.update(ids[row] ?? 0, edit.customer)
        }
        await check()
      }
      await book.engine.close()
    }),
    { numRuns: 8, examples: [[sameDay, [{ kind: 'add', customer: lastBeforeFirst }]]] },
  )
})

const sorted = (counts: readonly { optionId: number | null; count: number }[]) =>
  [...counts].sort((left, right) => (left.optionId ?? 0) - (right.optionId ?? 0))

async function schemeOn(engine: Engine, targetColumnId: number): Promise<number> {
  return valueOf(await engine.run('base.describe', {})).schemes.find((scheme) => scheme.targetColumnId === targetColumnId)?.id ?? 0
}

test('scope: rows outside have no class, come in and go out as their cells change, and are not ranked', async () => {
  const book = await customersBook([chinese])
  const [made] = book.made
  if (made === undefined) throw new Error('no scheme')
  const scope = { kind: 'condition', columnId: book.fields.amount, operator: 'greater', value: 0 } as const
  const ids = await book.insert([
    { orders: 5, last: addDays(today, -3), amount: 500 },
    { orders: 5, last: addDays(today, -3), amount: -1 },
  ])
  const scheme = valueOf(
    await book.engine.run('schemes.create', {
      tableId: book.tableId,
      code: 'c',
      name: '方案',
      targetColumnId: made.targetColumnId,
      scope,
      rule: made.rule,
      fallbackOptionId: 99,
    }),
  )
  expect(await book.cells(made.targetColumnId)).toEqual([1, null])
  await book.update(ids[1] ?? 0, { amount: 5 })
  expect(await book.cells(made.targetColumnId)).toEqual([1, 5])
  await book.update(ids[0] ?? 0, { amount: 0 })
  expect(await book.cells(made.targetColumnId)).toEqual([null, 5])
  const [explanation] = valueOf(await book.engine.run('classes.explain', { tableId: book.tableId, rowId: ids[0] ?? 0 }))
  expect(explanation?.reason).toEqual({ kind: 'outOfScope' })
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, scope: null }))
  expect(await book.cells(made.targetColumnId)).toEqual([5, 5])
})

test('explanations: scores of RFM, points of each line, the phase, the likelihood', async () => {
  const book = await customersBook([chinese, lifeCycle, score, alive, rankScore])
  for (const [index, { targetColumnId, rule }] of book.made.entries()) {
    valueOf(
      await book.engine.run('schemes.create', {
        tableId: book.tableId,
        code: `c${index}`,
        name: `方案${index}`,
        targetColumnId,
        scope: null,
        rule,
        fallbackOptionId: 99,
      }),
    )
  }
  const others = Array.from({ length: 20 }, (_, index) => ({
    orders: 1 + (index % 4),
    first: addDays(today, -300),
    last: addDays(today, index % 4 === 0 ? -300 : -10 * index),
    gap: 60,
    amount: 100,
  }))
  const [id = 0] = await book.insert([
    { orders: 4, first: addDays(today, -300), last: addDays(today, -14), gap: 90, amount: 250, before: 300 },
    ...others,
  ])
  const found = valueOf(await book.engine.run('classes.explain', { tableId: book.tableId, rowId: id }))
  expect(found.map(({ reason }) => reason)).toMatchObject([
    { kind: 'rfm', scores: { r: 1, f: 2, m: 2 }, recency: 14, frequency: 4, monetary: 250 },
    { kind: 'lifeCycle', phase: 'maturity', orders: 4, recency: 14, cycle: 90 },
    { kind: 'score', score: 100, points: [40, 50 * 0.81, 20, 0], from: 70, below: null },
    { kind: 'alive', from: 0.7, below: null },
    // Of 21 buyers all others have less, but for what was bought before: there each other has nothing.
    { kind: 'rankScore', ranks: [100, 100, (100 * 15) / 20], score: 95, population: 21, from: 70, below: null },
  ])
  const [once = 0] = await book.insert([{ orders: 1, first: today, last: today, amount: 1 }])
  expect(valueOf(await book.engine.run('classes.explain', { tableId: book.tableId, rowId: once })).at(-2)?.reason).toEqual({ kind: 'once' })
})

test('a model that has no answer says why, at the scheme and at a row', async () => {
  const book = await customersBook([alive])
  const [made] = book.made
  if (made === undefined) throw new Error('no rule')
  const { id: schemeId } = valueOf(
    await book.engine.run('schemes.create', {
      tableId: book.tableId,
      code: 'alive',
      name: '会不会再来',
      targetColumnId: made.targetColumnId,
      scope: null,
      rule: made.rule,
      fallbackOptionId: null,
    }),
  )
  const standing = async () => valueOf(await book.engine.run('classes.standing', { schemeId }))
  const [one = 0] = await book.insert([{ orders: 3, first: addDays(today, -300), last: addDays(today, -14), gap: 90, amount: 250 }])
  expect(await standing()).toEqual({ population: 1, failure: 'tooFewCustomers', usesAbsolute: false, lastRun: null })
  const [explained] = valueOf(await book.engine.run('classes.explain', { tableId: book.tableId, rowId: one, schemeId }))
  expect(explained).toMatchObject({ optionId: null, reason: { kind: 'notFitted', failure: 'tooFewCustomers', population: 1 } })
})

test('a rule that reads a deleted column stands still, and goes on when the column comes back', async () => {
  const book = await customersBook([chinese])
  const [made] = book.made
  if (made === undefined) throw new Error('no scheme')
  valueOf(
    await book.engine.run('schemes.create', {
      tableId: book.tableId,
      code: 'c',
      name: '方案',
      targetColumnId: made.targetColumnId,
      scope: null,
      rule: made.rule,
      fallbackOptionId: 99,
    }),
  )
  const [id = 0] = await book.insert([{ orders: 5, last: today, amount: 500 }])
  expect(valueOf(await book.engine.run('base.dependents', { kind: 'column', id: book.fields.amount })).map(({ kind }) => kind)).toContain('scheme')
  valueOf(await book.engine.run('columns.delete', { columnId: book.fields.amount }))
  await book.update(id, { orders: 1 })
  expect(await book.cells(made.targetColumnId)).toEqual([1])
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.undo', {}))
  await book.update(id, { orders: 1 })
  expect(await book.cells(made.targetColumnId)).toEqual([3])
})

test('distribution: bins hold every row, the curve ends at everything, a decision table measures nothing', async () => {
  const book = await customersBook([
    {
      kind: 'pareto',
      metric: { kind: 'column', columnId: place.amount },
      shares: [{ below: 1, optionId: 1 }],
      minimumPopulation: 0,
      absolute: [],
      nothingOptionId: 2,
    },
  ])
  const [made] = book.made
  if (made === undefined) throw new Error('no scheme')
  await book.insert([...Array.from({ length: 100 }, (_, index) => ({ amount: index })), { amount: 1_000_000 }, {}])
  const draft = { tableId: book.tableId, targetColumnId: made.targetColumnId, scope: null, rule: made.rule, fallbackOptionId: null }
  const found = valueOf(await book.engine.run('schemes.distribution', draft))
  expect([found.count, found.empty]).toEqual([101, 1])
  expect(found.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(101)
  expect(found.bins.length).toBeLessThanOrEqual(40)
  expect(found.bins.every((bin, index) => index === 0 || bin.from === found.bins[index - 1]?.to)).toBe(true)
  expect(found.bins.at(-1)?.to).toBeGreaterThanOrEqual(1_000_000)
  expect(found.curve.at(-1)).toEqual({ rows: 1, share: 1 })
  expect(found.rowsForFourFifths).toBe(1)
  const table = valueOf(await book.engine.run('schemes.distribution', { ...draft, rule: { kind: 'decisionTable', rows: [] } }))
  expect(table).toEqual({ count: 0, empty: 102, bins: [], curve: [], rowsForFourFifths: null })
})

test('a scheme can bring its own column, named as it is, in one change', async () => {
  const book = await customersBook([])
  const rule: Rule = {
    kind: 'bands',
    metric: { kind: 'column', columnId: book.fields.amount },
    bands: [
      { from: null, optionId: 1 },
      { from: 100, optionId: 2 },
    ],
  }
  await book.insert([{ amount: 5 }, { amount: 500 }])
  const newOptions = [
    { id: 1, name: '小', color: 'blue' },
    { id: 2, name: '大', color: 'orange' },
  ]
  const input = { tableId: book.tableId, code: 'size', name: '大小', targetColumnId: null, newOptions, scope: null, rule, fallbackOptionId: null }
  const scheme = valueOf(await book.engine.run('schemes.create', input))
  expect(await book.cells(scheme.targetColumnId)).toEqual([1, 2])
  valueOf(await book.engine.run('history.undo', {}))
  const base = valueOf(await book.engine.run('base.describe', {}))
  expect([base.schemes.length, base.columns.some(({ name }) => name === '大小')]).toEqual([0, false])
  valueOf(await book.engine.run('history.redo', {}))
  expect(await book.cells(scheme.targetColumnId)).toEqual([1, 2])
  const without = await book.engine.run('schemes.create', { ...input, newOptions: [newOptions[0] ?? newOptions[1]].flatMap((each) => each ?? []) })
  expect(without.ok).toBe(false)
  expect(valueOf(await book.engine.run('base.describe', {})).columns.filter(({ name }) => name.startsWith('大小')).length).toBe(1)
})
