import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ColumnRole } from '#shared/model/roles.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, rolesOf, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'
let book: CustomerBook

beforeEach(async () => {
  book = await customerBook({ today })
})
afterEach(async () => {
  vi.useRealTimers()
  await book.engine.close()
})

test('the book begins with a strategy for each grade, in its own language', async () => {
  const { playbook } = book.scheme('grade')
  expect(playbook.map(({ optionId, contactDays }) => [book.codeOf('customer.grade', optionId), contactDays])).toEqual([
    ['s', 7],
    ['a', 14],
    ['b', 30],
    ['c', 60],
    ['d', 90],
  ])
  expect(playbook[0]?.actions[0]?.title).toBe('问近况，听听下一步的打算')
  expect(book.codeOf('followUp.method', playbook[0]?.actions[0]?.methodId ?? null)).toBe('phone')
  const english = await customerBook({ today, lang: 'en' })
  expect(english.scheme('grade').playbook[0]?.actions[0]?.title).toBe('Ask how things are and what they plan next')
  await english.engine.close()
})

test('the first tasks bring their table along; each goes to the owner and is due by the rhythm of the class', async () => {
  const owner = valueOf(await book.engine.run('members.create', { name: '李雷' }))
  const late = await customer('甲', '2026-10-01T10:00', owner.id)
  const soon = await customer('乙', '2026-11-20T10:00', null)
  await order(late, 600_000)
  await order(soon, 300_000)
  expect(await grades()).toEqual({ 甲: 's', 乙: 'a' })
  const scheme = book.scheme('grade')

  const plan = valueOf(await book.engine.run('tasks.plan', { schemeId: scheme.id }))
  expect(plan).toMatchObject({ tasks: 4, customers: 2, open: 0, dead: 0, makesTable: true })
  expect(plan.items.map(({ customer, due, ownerId }) => [customer, due, ownerId])).toEqual([
    ['甲', '2026-11-26', owner.id],
    ['甲', '2026-12-03', owner.id],
    ['乙', '2026-12-04', null],
    ['乙', '2026-12-18', null],
  ])
  const before = contentOf(book.path)
  const { tasks } = valueOf(await book.engine.run('tasks.generate', { schemeId: scheme.id, lang: 'zh-CN' }))
  expect(tasks).toBe(4)
  const made = await allTasks()
  expect(made.map((task) => [task.title, task.due, task.priority, task.status, task.kind, task.source])).toEqual([
    ['电话 · 问近况，听听下一步的打算', '2026-11-26', 'high', 'todo', 'followUp', '客户等级 · S'],
    ['拜访 · 带上用量和供货情况，当面谈', '2026-12-03', 'high', 'todo', 'followUp', '客户等级 · S'],
    ['电话 · 问使用情况，介绍合适的新品', '2026-12-04', 'normal', 'todo', 'followUp', '客户等级 · A'],
    ['拜访 · 谈全年计划', '2026-12-18', 'normal', 'todo', 'followUp', '客户等级 · A'],
  ])
  expect(made.map(({ customers }) => customers)).toEqual([['甲'], ['甲'], ['乙'], ['乙']])
  const views = valueOf(await book.engine.run('base.describe', {})).views.filter(({ role }) => role?.startsWith('task.'))
  expect(views.map(({ name }) => name)).toEqual(['今日', '逾期', '本周', '全部任务'])

  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('an open task keeps its customer out, whatever scheme and class are called by then', async () => {
  const id = await customer('甲', '2026-11-26T09:00', null)
  await order(id, 300_000)
  const scheme = book.scheme('grade')
  const asked = { schemeId: scheme.id, optionIds: [book.option('customer.grade', 'a')] }
  expect(valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' })).tasks).toBe(2)
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, name: '另一个名字' }))
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, customers: 0, open: 1, makesTable: false })
  expect(valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' })).tasks).toBe(0)

  const [first, second] = await allTasks()
  await setStatus(first?.id ?? 0, 'done')
  expect(valueOf(await book.engine.run('tasks.plan', asked)).tasks).toBe(0)
  await setStatus(second?.id ?? 0, 'cancelled')
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, open: 0, waiting: 1 })
})

test('what was done is asked for again after the days of the class, counted from the day it was done', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00`) })
  const id = await customer('甲', null, null)
  await order(id, 300_000)
  const asked = { schemeId: book.scheme('grade').id, optionIds: [book.option('customer.grade', 'a')] }
  valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' }))
  await onDay('2026-12-01')
  for (const task of await allTasks()) await setStatus(task.id, 'done')
  await onDay('2026-12-10')
  const now = await rolesOf(book.engine)
  for (const task of await allTasks()) await now.update('task.result', task.id, '补记一笔')
  await onDay('2026-12-14')
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, waiting: 1, once: 0 })
  await onDay('2026-12-15')
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 2, customers: 1, waiting: 0 })
})

test('what is to be done once is not asked for again while the customer stays in the class', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00`) })
  const id = await customer('甲', null, null)
  await order(id, 300_000)
  const { id: schemeId, playbook } = book.scheme('grade')
  valueOf(await book.engine.run('schemes.update', { schemeId, playbook: playbook.map((entry) => ({ ...entry, contactDays: null })) }))
  const asked = { schemeId, optionIds: [book.option('customer.grade', 'a')] }
  valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' }))
  for (const task of await allTasks()) await setStatus(task.id, 'done')
  await onDay('2027-03-01')
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, waiting: 0, once: 1 })
  await order(id, 300_000)
  expect(await grades()).toEqual({ 甲: 's' })
  await onDay('2027-03-02')
  valueOf(await book.engine.run('history.undo', {}))
  expect(await grades()).toEqual({ 甲: 'a' })
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 2, once: 0 })
})

test('without the column that tells their class tasks are told by their titles', async () => {
  const id = await customer('甲', null, null)
  await order(id, 300_000)
  const asked = { schemeId: book.scheme('grade').id, optionIds: [book.option('customer.grade', 'a')] }
  valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' }))
  const key = (await rolesOf(book.engine)).column('task.sourceKey')
  valueOf(await book.engine.run('columns.delete', { columnId: key.id }))
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, open: 1 })
  const other = await customer('乙', null, null)
  await order(other, 300_000)
  expect(valueOf(await book.engine.run('tasks.generate', { ...asked, lang: 'zh-CN' })).tasks).toBe(2)
  // The column came back with these tasks, empty for those of before.
  expect(valueOf(await book.engine.run('tasks.plan', asked))).toMatchObject({ tasks: 0, open: 2 })
  expect(await allTasks()).toHaveLength(4)
})

test('dead customers and classes with nothing to do get no tasks; other tables cannot have any', async () => {
  const id = await customer('甲', null, null)
  await book.update('customer.needTime', id, book.option('customer.needTime', 'none'))
  await customer('乙', null, null)
  const scheme = book.scheme('grade')
  const d = book.option('customer.grade', 'd')
  expect(valueOf(await book.engine.run('tasks.plan', { schemeId: scheme.id, optionIds: [d] }))).toMatchObject({ tasks: 1, customers: 1, dead: 1 })
  const playbook = scheme.playbook.map((entry) => (entry.optionId === d ? { ...entry, actions: [] } : entry))
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, playbook }))
  expect(valueOf(await book.engine.run('tasks.plan', { schemeId: scheme.id }))).toMatchObject({ tasks: 0, withoutActions: [d] })

  const target = { type: 'singleSelect' as const, settings: { options: [{ id: 1, name: '大', color: 'blue' }] } }
  const column = valueOf(await book.engine.run('columns.create', { tableId: book.table('order'), name: '大小', ...target }))
  const rule = {
    kind: 'bands' as const,
    metric: { kind: 'column' as const, columnId: book.column('order.amount').id },
    bands: [{ from: null, optionId: 1 }],
  }
  const other = valueOf(
    await book.engine.run('schemes.create', {
      tableId: book.table('order'),
      code: 'size',
      name: '大小',
      targetColumnId: column.id,
      rule,
      fallbackOptionId: null,
    }),
  )
  const refused = await book.engine.run('tasks.plan', { schemeId: other.id })
  expect(refused.ok ? null : refused.failure.code).toBe('tasks.notCustomers')
})

test('another strategy of a scheme moves nobody and is taken back by undo', async () => {
  const id = await customer('甲', null, null)
  await order(id, 300_000)
  const scheme = book.scheme('grade')
  const before = contentOf(book.path)
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, playbook: [] }))
  expect((await rolesOf(book.engine)).scheme('grade').playbook).toEqual([])
  expect(await grades()).toEqual({ 甲: 'a' })
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('making tasks twice makes nothing new, for any strategy and any customers; undo gives the base back', async () => {
  const entries = fc.array(
    fc.record({
      contactDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
      actions: fc.array(fc.record({ title: fc.stringMatching(/^[a-z]{1,5}$/), afterDays: fc.integer({ min: 0, max: 60 }) }), { maxLength: 3 }),
    }),
    { minLength: 5, maxLength: 5 },
  )
  const people = fc.array(
    fc.record({ amount: fc.constantFrom(0, 100, 60_000, 300_000, 600_000), last: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }) }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(entries, people, async (wanted, customers) => {
      const scheme = book.scheme('grade')
      const playbook = book
        .options('customer.grade')
        .map(({ id }, index) => ({ optionId: id, strategy: '', contactDays: null, actions: [], ...wanted[index] }))
      valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, playbook }))
      for (const { amount, last } of customers) {
        const id = await customer('丙', last === null ? null : dayBefore(last), null)
        if (amount > 0) await order(id, amount)
      }
      const before = contentOf(book.path)
      const plan = valueOf(await book.engine.run('tasks.plan', { schemeId: scheme.id, limit: 500 }))
      expect(plan.items.every(({ due }) => due >= today)).toBe(true)
      const made = valueOf(await book.engine.run('tasks.generate', { schemeId: scheme.id, lang: 'zh-CN' }))
      expect(made.tasks).toBe(plan.tasks)
      const after = contentOf(book.path)
      expect(valueOf(await book.engine.run('tasks.generate', { schemeId: scheme.id, lang: 'zh-CN' })).tasks).toBe(0)
      expect(contentOf(book.path)).toEqual(after)
      if (made.tasks > 0) {
        valueOf(await book.engine.run('history.undo', {}))
        expect(contentOf(book.path)).toEqual(before)
        valueOf(await book.engine.run('history.redo', {}))
        expect(contentOf(book.path)).toEqual(after)
      }
    }),
    { numRuns: 12 },
  )
})

async function customer(name: string, lastFollowUp: string | null, owner: number | null): Promise<number> {
  const id = await book.insert('customer', { 'customer.name': name, 'customer.owner': owner })
  if (lastFollowUp !== null) {
    const cells = { 'followUp.time': lastFollowUp, 'followUp.content': '谈过', 'followUp.method': book.option('followUp.method', 'phone') }
    await book.insert('followUp', cells, { 'followUp.customer': [id] })
  }
  return id
}

async function order(customerId: number, amount: number): Promise<void> {
  await book.insert('order', { 'order.date': today, 'order.amount': amount }, { 'order.customer': [customerId] })
}

async function grades(): Promise<Record<string, string | null>> {
  const rows = await book.rows('customer', ['customer.name', 'customer.grade'])
  return Object.fromEntries(rows.map(({ cell }) => [String(cell('customer.name')), book.codeOf('customer.grade', cell('customer.grade'))]))
}

async function allTasks() {
  const now = await rolesOf(book.engine)
  const roles = ['task.title', 'task.due', 'task.priority', 'task.status', 'task.kind', 'task.source'] as const satisfies readonly ColumnRole[]
  const rows = await now.rows('task', roles)
  return Promise.all(
    rows.map(async ({ id, cell }) => {
      const row = valueOf(await book.engine.run('rows.get', { tableId: now.table('task'), rowId: id }))
      return {
        id,
        title: cell('task.title'),
        due: cell('task.due'),
        priority: now.codeOf('task.priority', cell('task.priority')),
        status: now.codeOf('task.status', cell('task.status')),
        kind: now.codeOf('task.kind', cell('task.kind')),
        source: cell('task.source'),
        customers: (row.links[now.column('task.customer').id] ?? []).map(({ title }) => title),
      }
    }),
  )
}

async function onDay(day: string): Promise<void> {
  book.state.today = day
  vi.setSystemTime(new Date(`${day}T10:00:00`))
  valueOf(await book.engine.run('base.turnDay', {}))
}

async function setStatus(taskId: number, code: string): Promise<void> {
  const now = await rolesOf(book.engine)
  await now.update('task.status', taskId, now.option('task.status', code))
}

function dayBefore(days: number): string {
  return `${new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)}T09:00`
}
