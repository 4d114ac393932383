import { daysFromEpoch } from '#shared/lib/days.ts'
import type { ReadContext } from '../../context.ts'
import { goOn } from '../../store/context.ts'
import { sql, type RawBuilder } from '../../store/sql.ts'

/**
 * Sales line by line, as columns of numbers. SQL sorts a million records to group them; two columns read as numbers, and
 * added up as they come, cost a third of that.
 */
export type SalesLines = {
  /** Ids of rows: who bought, or what was sold. */
  holders: Int32Array
  /** Days since 1970-01-01, for sorting and for differences. */
  days: Int32Array
  /** Below nothing: money or goods given back. */
  units: Float64Array
}

/** Where lines are read: `from … where …`, whose order stays the same for every selection. */
export type LinesSql = { holder: RawBuilder<unknown>; day: RawBuilder<unknown>; units: RawBuilder<unknown>; from: RawBuilder<unknown> }

/** Ids of rows and days share a number: 2^30 rows, and days of the Julian count until the year 9999. */
const room = 2 ** 23
/** 1970-01-01 in the Julian count of days. */
const epoch = 2_440_588

/** A row and a day as one number, in SQL: the day in text, of any length from `YYYY-MM-DD` on. */
export const rowAndDay = (row: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${row} * ${sql.raw(`${room}.0`)} + coalesce(julianday(substr(${day}, 1, 10)) + 0.5, 0))`

export const rowOf = (key: number): number => Math.floor(key / room)
export const dayOf = (key: number): number => (key % room) - epoch

export function readLines(context: Pick<ReadContext, 'db' | 'cancelled'>, { holder, day, units, from }: LinesSql): SalesLines {
  const keys = context.db.ids(sql`select ${rowAndDay(holder, day)} ${from}`)
  goOn(context)
  const amounts = context.db.ids(sql`select ${units} ${from}`)
  goOn(context)
  if (keys.length !== amounts.length) throw new Error('analysis: two readings of the same lines differ')
  const [holders, days] = [new Int32Array(keys.length), new Int32Array(keys.length)]
  keys.forEach((key, line) => {
    holders[line] = rowOf(key)
    days[line] = dayOf(key)
  })
  return { holders, days, units: Float64Array.from(amounts) }
}

/** How long a list by id has to be to hold every one of these. */
export const roomFor = (ids: Int32Array): number => ids.reduce((most, id) => (id > most ? id : most), 0) + 1

/** The places of whole numbers in their ascending order, equal ones as they stand: counted, since many share few numbers. */
export function placesInOrder(numbers: Int32Array): Int32Array {
  let [least, most] = [Infinity, -Infinity]
  for (const number of numbers) {
    if (number < least) least = number
    if (number > most) most = number
  }
  if (numbers.length === 0) return new Int32Array()
  const starts = new Int32Array(most - least + 2)
  for (const number of numbers) starts[number - least + 1] = (starts[number - least + 1] ?? 0) + 1
  for (let index = 1; index < starts.length; index += 1) starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  const places = new Int32Array(numbers.length)
  for (let place = 0; place < numbers.length; place += 1) {
    const index = (numbers[place] ?? 0) - least
    const at = starts[index] ?? 0
    places[at] = place
    starts[index] = at + 1
  }
  return places
}

/** What days since 1970 are called, each reckoned once. */
export const dayTexts = (): ((day: number) => string) => remembered(daysFromEpoch)

/** The same function, for many calls of few numbers. */
export function remembered<Value>(of: (number: number) => Value): (number: number) => Value {
  const known = new Map<number, Value>()
  return (number) => {
    const found = known.get(number)
    if (found !== undefined) return found
    const value = of(number)
    known.set(number, value)
    return value
  }
}
