import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { join } from 'node:path'
import { stat } from 'node:fs/promises'

const today = '2026-03-01'

/** Writes into the file what would have come about on other days: when rows were made, and who moved when. */
function past(book: CustomerBook, write: (run: (sql: string, ...values: (string | number | null)[]) => void) => void): void {
  const database = new Database(book.path)
  try {
    write((sql, ...values) => database.prepare(sql).run(...values))
  } finally {
    database.close()
  }
}

async function bookOf(names: readonly string[], madeOn: (index: number) => string) {
  const book = await customerBook({ today })
  const ids: number[] = []
  for (const name of names) ids.push(await book.insert('customer', { 'customer.name': name }))
  const scheme = book.scheme('urgency')
  const option = (code: string) => book.option('customer.urgency', code)
  const table = `t${scheme.tableId}`
  past(book, (run) => {
    run('delete from kebu_class_move')
    ids.forEach((id, index) => run(`update ${table} set created_at = ? where id = ?`, `${madeOn(index)}T09:00:00`, id))
  })
  const move = (rowId: number, from: string | null, to: string | null, at: string) =>
    past(book, (run) =>
      run(
        'insert into kebu_class_move (scheme_id, row_id, from_option, to_option, at) values (?, ?, ?, ?, ?)',
        scheme.id,
        rowId,
        from === null ? null : option(from),
        to === null ? null : option(to),
        new Date(at).toISOString(),
      ),
    )
  return { book, scheme, ids, option, move }
}

test('the class on a day is what a row left with its first move after it', async () => {
  const { book, scheme, ids, option, move } = await bookOf(['甲', '乙', '丙', '丁'], (index) => (index === 3 ? '2026-02-10' : '2025-12-01'))
  const [one = 0, two = 0] = ids
  // 甲: urgent until January 10th, soon until February 20th, then undecided as it is now. 乙: unclassified until February 5th.
  move(one, 'urgent', 'soon', '2026-01-10T12:00:00')
  move(one, 'soon', 'undecided', '2026-02-20T12:00:00')
  move(two, null, 'undecided', '2026-02-05T23:30:00')
  const between = async (from: string, to: string) => valueOf(await book.engine.run('classes.migration', { schemeId: scheme.id, from, to }))
  const undecided = option('undecided')
  const all = await between('2026-01-01', '2026-02-28')
  expect(all.rows).toBe(3)
  expect(all.cells).toHaveLength(3)
  expect(all.cells).toContainEqual({ fromOptionId: option('urgent'), toOptionId: undecided, count: 1 })
  expect(all.cells).toContainEqual({ fromOptionId: null, toOptionId: undecided, count: 1 })
  expect(all.cells).toContainEqual({ fromOptionId: undecided, toOptionId: undecided, count: 1 })
  expect(all.fresh).toEqual([{ toOptionId: undecided, count: 1 }])
  // A move counts on the evening of its own day, and not the evening before.
  expect((await between('2026-01-09', '2026-01-10')).cells).toContainEqual({ fromOptionId: option('urgent'), toOptionId: option('soon'), count: 1 })
  expect((await between('2026-02-04', '2026-02-05')).cells).toContainEqual({ fromOptionId: null, toOptionId: undecided, count: 1 })
  expect(await between('2025-11-01', '2025-11-30')).toMatchObject({ rows: 0, cells: [], fresh: [] })
  const rows = valueOf(
    await book.engine.run('classes.migrationRows', {
      schemeId: scheme.id,
      from: '2026-01-01',
      to: '2026-02-28',
      fromOptionId: option('urgent'),
      toOptionId: undecided,
    }),
  )
  expect(rows).toEqual([{ rowId: one, title: '甲' }])
  const path = join(temporaryFolder(), '迁移.xlsx')
  valueOf(await book.engine.run('classes.migrationXlsx', { schemeId: scheme.id, from: '2026-01-01', to: '2026-02-28', path, lang: 'zh-CN' }))
  expect((await stat(path)).size).toBeGreaterThan(1000)
})

test('an effect compares equal windows, of the rows that were in the class that morning, beside the others', async () => {
  const { book, scheme, ids, option, move } = await bookOf(['甲', '乙', '丙'], () => '2025-06-01')
  const [one = 0, two = 0, three = 0] = ids
  const day = '2026-02-01'
  // 甲 and 乙 were urgent when the day began; 乙 left at noon. 丙 became urgent only then.
  move(one, 'urgent', 'undecided', '2026-02-20T12:00:00')
  move(two, 'urgent', 'undecided', `${day}T12:00:00`)
  move(three, 'soon', 'undecided', `${day}T12:00:00`)
  const order = (customer: number, date: string, amount: number) =>
    book.insert('order', { 'order.date': date, 'order.amount': amount }, { 'order.customer': [customer] })
  await order(one, addDays(day, -1), 100)
  await order(one, addDays(day, -11), 7777)
  await order(one, day, 150)
  await order(two, addDays(day, 9), 50)
  await order(two, addDays(day, 10), 8888)
  await order(three, addDays(day, -10), 30)
  const effect = valueOf(await book.engine.run('classes.effect', { schemeId: scheme.id, optionId: option('urgent'), day, days: 10 }))
  expect(effect).toMatchObject({
    days: 10,
    before: { from: addDays(day, -10), to: addDays(day, -1) },
    after: { from: day, to: addDays(day, 9) },
    rows: 2,
    otherRows: 1,
    missing: [],
  })
  expect(effect.measures).toEqual([
    { key: 'orders', before: 1, after: 2, otherBefore: 1, otherAfter: 0 },
    { key: 'amount', before: 100, after: 200, otherBefore: 30, otherAfter: 0 },
    { key: 'followUps', before: 0, after: 0, otherBefore: 0, otherAfter: 0 },
  ])
  // Today is March 1st: 29 days of February and March have passed, so both sides are 29 days.
  const long = valueOf(await book.engine.run('classes.effect', { schemeId: scheme.id, optionId: option('urgent'), day, days: 90 }))
  expect(long).toMatchObject({ days: 29, before: { from: '2026-01-03' }, after: { to: today } })
})
