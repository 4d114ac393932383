import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { libraryBook, today } from '../template/schemeLibrary/libraryBook.ts'
import { valueOf } from '../support/valueOf.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Two customers who came back, one of them with a big order, and one without any tag. */
async function tagged() {
  const orders = (amount: number) => [50, 90].map((ago) => ({ ago, amount }))
  const book = await libraryBook(['customerTags'], [{ orders: orders(12_000) }, { orders: orders(10) }, {}])
  const scheme = book.scheme('customerTags')
  const option = (code: string): number => book.option('customer.customerTags', code)
  return { ...book, scheme, tag: option }
}

test('each tag has a strategy of its own: a customer with two gets the tasks of both', async () => {
  const { engine, scheme, tag } = await tagged()
  const entry = (code: string, title: string) => ({
    optionId: tag(code),
    strategy: title,
    contactDays: null,
    actions: [{ title, methodId: null, afterDays: 0 }],
  })
  valueOf(await engine.run('schemes.update', { schemeId: scheme.id, playbook: [entry('cameBack', '谢谢再来'), entry('bigOrder', '送一份礼')] }))
  const plan = valueOf(await engine.run('tasks.plan', { schemeId: scheme.id }))
  expect(new Set(plan.items.map(({ customer, title }) => `${customer} ${title}`))).toEqual(
    new Set(['客户0 谢谢再来', '客户0 送一份礼', '客户1 谢谢再来']),
  )
  expect(plan.items).toHaveLength(3)
  expect(valueOf(await engine.run('tasks.generate', { schemeId: scheme.id, lang: 'zh-CN' })).tasks).toBe(3)
  expect(valueOf(await engine.run('tasks.plan', { schemeId: scheme.id })).tasks).toBe(0)
})

test('the effect of a strategy compares those who had the tag on the day with those who had not', async () => {
  // The log of moves goes by the time of the machine, which is to be that of the book.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00`) })
  const { engine, path, scheme, tag, setStatus } = await tagged()
  const effect = async (code: string) => {
    const { rows, otherRows } = valueOf(
      await engine.run('classes.effect', { schemeId: scheme.id, optionId: tag(code), day: addDays(today, 1), days: 1 }),
    )
    return [rows, otherRows]
  }
  expect([await effect('bigOrder'), await effect('cameBack')]).toEqual([
    [1, 2],
    [2, 1],
  ])
  for (const place of [0, 1]) await setStatus(place, 'cancelled')
  const lostAt = (at: string): void => {
    const database = new Database(path)
    expect(
      database
        .prepare('update kebu_class_move set at = ? where scheme_id = ? and from_option in (?, ?)')
        .run(at, scheme.id, tag('bigOrder'), tag('cameBack')).changes,
    ).toBe(2)
    database.close()
  }
  // What is lost after the day does not change who had it: the log tells, tag by tag.
  lostAt(new Date(`${addDays(today, 2)}T12:00`).toISOString())
  expect([await effect('bigOrder'), await effect('cameBack')]).toEqual([
    [1, 2],
    [2, 1],
  ])
  lostAt(new Date(`${addDays(today, -1)}T12:00`).toISOString())
  expect([await effect('bigOrder'), await effect('cameBack')]).toEqual([
    [0, 3],
    [1, 2],
  ])
})

test('the report counts each tag among all customers', async () => {
  const { engine } = await tagged()
  const report = valueOf(await engine.run('report.build', { from: '2026-01-01', to: today, lang: 'zh-CN' }))
  const section = report.sections.find(({ key }) => key === 'class.customerTags')
  const line = (name: string) => section?.table?.rows.find(([first]) => first === name)?.slice(0, 3)
  expect([line('回头客'), line('大单客户')]).toEqual([
    ['回头客', 2, 2 / 3],
    ['大单客户', 1, 1 / 3],
  ])
})

test('a filter, groups and the order of a view take tags as they take any multiple select', async () => {
  const { engine, scheme, tag, table, ids } = await tagged()
  const page = async (query: Partial<typeof emptyRowQuery>) =>
    valueOf(
      await engine.run('rows.page', {
        tableId: table('customer'),
        query: { ...emptyRowQuery, ...query },
        columnIds: [scheme.targetColumnId],
        offset: 0,
        limit: 100,
      }),
    ).items
  const columnId = scheme.targetColumnId
  const both = await page({ filter: { kind: 'condition', columnId, operator: 'allOf', value: [tag('cameBack'), tag('bigOrder')] } })
  expect(both.flatMap((item) => (item.kind === 'row' ? [item.id] : []))).toEqual([ids[0]])
  const groups = await page({ groups: [{ columnId, direction: 'ascending' }] })
  expect(groups.filter(({ kind }) => kind === 'group')).toHaveLength(3)
})
