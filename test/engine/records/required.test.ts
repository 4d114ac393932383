import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft } from '#shared/importing/openDraft.ts'
import { missingFilter } from '#shared/model/required.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Customers that need a name and a phone, and get a state by default; orders that need a customer and an amount. */
async function shop() {
  const { engine, path } = temporaryBase()
  const customers = valueOf(await engine.run('tables.create', { name: '客户' })).id
  const orders = valueOf(await engine.run('tables.create', { name: '订单' })).id
  const make = async (tableId: number, name: string, type: 'text' | 'phone' | 'number', more = {}) =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings: {}, required: true, ...more }))
  const name = await make(customers, '名称', 'text')
  const phone = await make(customers, '电话', 'phone')
  const state = await make(customers, '状态', 'text', { defaultValue: { kind: 'value', value: '新建' } })
  const note = await make(customers, '备注', 'text', { required: false })
  const amount = await make(orders, '金额', 'number')
  const title = await make(orders, '单号', 'text', { required: false })
  valueOf(await engine.run('tables.setPrimary', { tableId: orders, columnId: title.id }))
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: orders,
      name: '客户',
      multiple: false,
      otherTableId: customers,
      otherName: '订单',
      otherMultiple: true,
    }),
  )
  valueOf(await engine.run('columns.update', { columnId: link.column.id, required: true }))
  const cell = (columnId: number, value: string | number | null) => ({ columnId, value })
  const whole = [cell(name.id, '甲'), cell(phone.id, '13800138000')]
  const addCustomer = async () => valueOf(await engine.run('rows.insert', { tableId: customers, rows: [{ cells: whole }] })).ids[0] ?? 0
  const addOrder = async (customer: number) => {
    const rows = [{ cells: [cell(amount.id, 5)], links: [{ columnId: link.column.id, rowIds: [customer] }] }]
    return valueOf(await engine.run('rows.insert', { tableId: orders, rows })).ids[0] ?? 0
  }
  const missing = async (tableId: number) => {
    const { columns } = valueOf(await engine.run('base.describe', {}))
    const filter = missingFilter(columns.filter((column) => column.tableId === tableId && column.required))
    const query = { ...emptyRowQuery, filter }
    return valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 100 })).rowCount
  }
  return { engine, path, customers, orders, name, phone, state, note, amount, link, title, cell, whole, addCustomer, addOrder, missing }
}

const refused = (column: string) => ({ ok: false, failure: { code: 'cell.required', message: { 'zh-CN': `「${column}」必填，不能留空。` } } })

test('a row that lacks a required cell is refused whole, and the cell is named; a default counts', async () => {
  const { engine, path, customers, orders, name, whole, state, cell, amount, link, missing } = await shop()
  const before = contentOf(path)
  const insert = (cells: { columnId: number; value: string | number | null }[]) =>
    engine.run('rows.insert', { tableId: customers, rows: [{ cells: whole }, { cells }] })
  expect(await insert([cell(name.id, '乙')])).toMatchObject(refused('电话'))
  expect(await insert([])).toMatchObject(refused('名称'))
  expect(await insert([...whole, cell(state.id, null)])).toMatchObject(refused('状态'))
  expect(await insert([...whole.slice(0, 1), cell(whole[1]?.columnId ?? 0, '')])).toMatchObject(refused('电话'))
  const order = { tableId: orders, rows: [{ cells: [cell(amount.id, 0)] }] }
  expect(await engine.run('rows.insert', order)).toMatchObject(refused('客户'))
  expect(
    await engine.run('rows.insert', { ...order, rows: [{ ...order.rows[0], cells: [], links: [{ columnId: link.column.id, rowIds: [] }] }] }),
  ).toMatchObject({ ok: false })
  expect(contentOf(path)).toEqual(before)
  valueOf(await insert(whole))
  expect(await missing(customers)).toBe(0)
})

test('a row a person begins is kept as it is, found among those that lack something, and whole once that is filled', async () => {
  const { engine, customers, name, phone, cell, missing } = await shop()
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: customers, rows: [{ cells: [cell(name.id, '乙')] }], begun: true }))
  expect(await missing(customers)).toBe(1)
  const update = (value: string | null) =>
    engine.run('rows.update', { tableId: customers, rows: ids.map((id) => ({ id, cells: [cell(phone.id, value)] })) })
  valueOf(await update('13900139000'))
  expect(await missing(customers)).toBe(0)
  expect(await update(null)).toMatchObject(refused('电话'))
  expect(await missing(customers)).toBe(0)
})

test('a row made where one is chosen keeps its name; what else it needs is asked for afterwards', async () => {
  const { engine, orders, customers, link, cell, amount, missing } = await shop()
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: orders, rows: [{ cells: [cell(amount.id, 1)] }], begun: true }))
  const made = valueOf(await engine.run('rows.createLinked', { linkColumnId: link.column.id, rowId: ids[0] ?? 0, title: '新客户' }))
  expect(made.title).toBe('新客户')
  expect(await missing(orders)).toBe(0)
  expect(await missing(customers)).toBe(1)
})

test('an import lists the rows that lack a required cell and takes the others; defaults fill what the file says nothing of', async () => {
  const { engine, customers, missing } = await shop()
  const path = join(temporaryFolder(), '客户.csv')
  writeFileSync(path, '名称,电话\n乙,13900139000\n丙,\n,13700137000\n')
  const base = valueOf(await engine.run('base.describe', {}))
  const plan = importPlan(openDraft(path, valueOf(await engine.run('import.inspect', { path })), base))
  if (plan === null) throw new Error('nothing to import')
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets.map(({ added, rejected }) => ({ added, rejected }))).toEqual([{ added: 1, rejected: 2 }])
  expect(await missing(customers)).toBe(0)
})

test('neither bulk edits nor the history nor an unlinking from either side empties a required cell', async () => {
  const { engine, path, customers, orders, name, note, phone, link, addCustomer, addOrder, cell } = await shop()
  const customer = await addCustomer()
  const order = await addOrder(customer)
  const before = contentOf(path)
  const all = { rows: { kind: 'where' as const, filter: null }, onlyEmpty: false }
  const bulk = (tableId: number, columnId: number, action: { kind: 'clear' } | { kind: 'unlink'; rowIds: null }) =>
    engine.run('rows.bulk', { tableId, columnId, action, ...all })
  expect(valueOf(await bulk(customers, phone.id, { kind: 'clear' }))).toEqual({ rows: 1, changed: 0, refused: 1 })
  expect(valueOf(await bulk(customers, note.id, { kind: 'clear' }))).toEqual({ rows: 1, changed: 0, refused: 0 })
  expect(valueOf(await bulk(orders, link.column.id, { kind: 'unlink', rowIds: null }))).toEqual({ rows: 1, changed: 0, refused: 1 })
  expect(await bulk(customers, link.inverse.id, { kind: 'unlink', rowIds: null })).toMatchObject(refused('客户'))
  expect(await engine.run('rows.setLinks', { linkColumnId: link.column.id, rowId: order, rowIds: [] })).toMatchObject(refused('客户'))
  expect(await engine.run('rows.setLinks', { linkColumnId: link.inverse.id, rowId: customer, rowIds: [] })).toMatchObject(refused('客户'))
  const pattern = { text: '.+', matchCase: false, wholeCell: false, regex: true }
  valueOf(
    await engine.run('replace.run', {
      tableId: customers,
      query: emptyRowQuery,
      columnIds: [name.id],
      between: null,
      pattern,
      replacement: '',
      only: null,
    }),
  )
  expect(contentOf(path)).toEqual(before)
  // Begun without a phone, then filled: the history does not bring the empty cell back.
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: customers, rows: [{ cells: [cell(name.id, '乙')] }], begun: true }))
  const rowId = ids[0] ?? 0
  valueOf(await engine.run('rows.update', { tableId: customers, rows: [{ id: rowId, cells: [cell(phone.id, '13900139000')] }] }))
  const { items } = valueOf(await engine.run('history.row', { tableId: customers, rowId }))
  const entryId = items[0]?.entryId ?? 0
  expect(await engine.run('history.restoreCell', { entryId, tableId: customers, rowId, columnId: phone.id, side: 'from' })).toMatchObject(
    refused('电话'),
  )
})

test('names that become rows keep everything, merged rows stay whole, and a type that loses cells leaves them to be found', async () => {
  const { engine, customers, orders, title, addCustomer, addOrder, cell, phone, missing } = await shop()
  const customer = await addCustomer()
  const order = await addOrder(customer)
  valueOf(await engine.run('rows.update', { tableId: orders, rows: [{ id: order, cells: [cell(title.id, '介绍人乙')] }] }))
  const link = { otherTableId: customers, otherName: '介绍', createMissing: true }
  valueOf(await engine.run('columns.convert', { columnId: title.id, to: { type: 'link' }, link, onLoss: 'stop' }))
  expect(await missing(customers)).toBe(1)
  valueOf(await engine.run('columns.convert', { columnId: phone.id, to: { type: 'checkbox' }, onLoss: 'empty' }))
  expect(await missing(customers)).toBe(2)
  valueOf(await engine.run('history.undo', {}))
  expect(await missing(customers)).toBe(1)
})
