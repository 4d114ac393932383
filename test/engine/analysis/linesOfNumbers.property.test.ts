import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buyingDays } from '#main/engine/analysis/figures/buyingDays.ts'
import { monthNumber, monthsOfCohorts } from '#main/engine/analysis/figures/monthsOfCohorts.ts'
import { boughtBy } from '#main/engine/analysis/figures/purchases.ts'
import { placesInOrder, type SalesLines } from '#main/engine/analysis/figures/salesLines.ts'
import { buyingHistories } from '#main/engine/models/buying/frequency.ts'
import { cohorts } from '#main/engine/models/segments/cohorts.ts'
import { funnel, passedFunnel } from '#main/engine/models/segments/funnel.ts'
import { passedSteps } from '#main/engine/models/segments/stageTimes.ts'
import { addMonths, daysFromEpoch, daysSinceEpoch } from '#shared/lib/days.ts'

const today = daysSinceEpoch('2026-11-22')
const runs = { seed: 20261122, numRuns: 200 }

type Line = { customer: number; day: number; units: number }
const lineWith = (units: fc.Arbitrary<number>): fc.Arbitrary<Line> =>
  fc.record({ customer: fc.integer({ min: 1, max: 6 }), day: fc.integer({ min: today - 200, max: today }), units })
const bought = fc.array(lineWith(fc.integer({ min: 0, max: 500 })), { maxLength: 60 })
const boughtAndGivenBack = fc.array(lineWith(fc.integer({ min: -300, max: 500 })), { maxLength: 60 })

const columnsOf = (lines: readonly Line[]): SalesLines => ({
  holders: Int32Array.from(lines, ({ customer }) => customer),
  days: Int32Array.from(lines, ({ day }) => day),
  units: Float64Array.from(lines, ({ units }) => units),
})

test('numbers are counted into the order that sorting gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (numbers) => {
      const sorted = numbers.map((number, place) => ({ number, place })).toSorted((left, right) => left.number - right.number)
      expect([...placesInOrder(Int32Array.from(numbers))]).toEqual(sorted.map(({ place }) => place))
    }),
    runs,
  )
})

test('days are the same as numbers and as texts, before 1970 too', () => {
  for (const day of ['0202-03-04', '1969-12-31', '1970-01-01', '2024-02-29', '9999-12-31']) expect(daysFromEpoch(daysSinceEpoch(day))).toBe(day)
})

test('without refunds the buying days are those of the histories', () => {
  fc.assert(
    fc.property(bought, (lines) => {
      const purchases = lines.map(({ customer, day, units }) => ({ customer, day: daysFromEpoch(day), amount: units }))
      const found = buyingDays(columnsOf(lines)).map(({ customer, first, last, days, later }) => ({
        customer,
        frequency: days - 1,
        recency: last - first,
        age: today - first,
        monetary: days === 1 ? 0 : later / (days - 1),
      }))
      expect(found).toEqual(buyingHistories(purchases, daysFromEpoch(today), 1))
    }),
    runs,
  )
})

test('with refunds they are those that going through each customer finds', () => {
  fc.assert(
    fc.property(boughtAndGivenBack, (lines) => {
      const sum = (of: readonly Line[]): number => of.reduce((total, { units }) => total + units, 0)
      const expected = [1, 2, 3, 4, 5, 6].flatMap((customer) => {
        const own = lines.filter((line) => line.customer === customer)
        const days = [...new Set(own.flatMap(({ day, units }) => (units < 0 ? [] : [day])))].toSorted((left, right) => left - right)
        const [first] = days
        if (first === undefined) return []
        return [{ customer, first, last: days.at(-1), days: days.length, later: sum(own.filter(({ day }) => day > first)), all: sum(own) }]
      })
      expect(buyingDays(columnsOf(lines))).toEqual(expected)
    }),
    runs,
  )
})

test('cohorts by number are those by text; refunds take from the months since a customer came', () => {
  const lastMonth = '2026-11'
  fc.assert(
    fc.property(boughtAndGivenBack, fc.integer({ min: 1, max: 9 }), (lines, most) => {
      const dated = lines.map((line) => ({ ...line, month: daysFromEpoch(line.day).slice(0, 7) }))
      const plain = cohorts(
        dated.filter(({ units }) => units >= 0),
        lastMonth,
      ).slice(-most)
      const found = monthsOfCohorts(columnsOf(lines), monthNumber(lastMonth), most)
      expect(found.width).toBe(plain.length)
      const cameIn = (customer: number): string =>
        dated.filter((line) => line.customer === customer && line.units >= 0).reduce((least, { month }) => (month < least ? month : least), '9999')
      for (const [came, { month, active }] of plain.entries()) {
        const from = came * found.width + came
        expect([...found.active.subarray(from, from + active.length)]).toEqual(active)
        for (const [offset] of active.entries()) {
          const own = dated.filter((line) => cameIn(line.customer) === month && line.month === addMonths(month, offset))
          expect(found.units[from + offset]).toBe(own.reduce((sum, { units }) => sum + units, 0))
        }
      }
    }),
    runs,
  )
})

test('steps by number reach as far as their events do, in a window too', () => {
  const never = 2 ** 31 - 1
  const unit = fc.tuple(
    fc.integer({ min: 100, max: 130 }),
    fc.array(fc.option(fc.integer({ min: 100, max: 160 }), { freq: 2 }), { minLength: 3, maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.option(fc.integer({ min: 0, max: 40 })), (units, windowDays) => {
      const courses = units.map(([created, later]) => {
        const start = later.reduce<number>((least, day) => (day !== null && day < least ? day : least), created)
        return { start, days: [start, ...later] }
      })
      const text = (day: number | null): string | null => (day === null ? null : daysFromEpoch(day))
      const events = courses.flatMap(({ start, days }, id) => passedSteps(id, daysFromEpoch(start), days.map(text)))
      const steps = [0, 1, 2, 3].map((step) => Int32Array.from(courses, ({ days }) => days[step] ?? never))
      expect(passedFunnel(steps, never, windowDays)).toEqual(funnel(events, 4, { order: 'ordered', windowDays }))
    }),
    runs,
  )
})

test('what customers kept of lines is what adding up each pair of customer and product says', () => {
  const order = fc.integer({ min: 0, max: 8 })
  const line = fc.record({ order, product: fc.integer({ min: 1, max: 5 }), quantity: fc.integer({ min: -3, max: 4 }) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.array(fc.tuple(order, fc.integer({ min: 1, max: 4 })), { maxLength: 12 }), (lines, pairs) => {
      const of = pairs.toSorted(([left], [right]) => left - right)
      const buyers = {
        starts: Int32Array.from({ length: 10 }, (_, id) => of.filter(([own]) => own < id).length),
        ids: Int32Array.from(of, ([, customer]) => customer),
      }
      const sums = new Map<string, number>()
      for (const { order: own, product, quantity } of lines) {
        for (const [, customer] of of.filter(([each]) => each === own)) {
          sums.set(`${customer} ${product}`, (sums.get(`${customer} ${product}`) ?? 0) + quantity)
        }
      }
      const columns = {
        orders: Int32Array.from(lines, (each) => each.order),
        products: Int32Array.from(lines, ({ product }) => product),
        values: Float64Array.from(lines, ({ quantity }) => quantity),
      }
      const found = boughtBy(columns, buyers)
      const kept = [...sums].filter(([, sum]) => sum > 0).map(([pair]) => pair)
      expect(found.flatMap(({ customer, products }) => [...products].map((product) => `${customer} ${product}`))).toEqual(kept.toSorted())
    }),
    runs,
  )
})
