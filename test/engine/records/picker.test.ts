import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import type { LinkPick } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Orders lead to a customer and to a contact, contacts to their customer; two customers have the same name. */
async function makeShop(engine: Engine) {
  const { run } = engine
  const table = async (name: string) => valueOf(await run('tables.create', { name })).id
  const [customers, contacts, orders] = [await table('客户'), await table('联系人'), await table('订单')]
  const options = (names: string[]) => ({ options: names.map((name, index) => ({ id: index + 1, name, color: 'blue' })) })
  const column = async (tableId: number, name: string, type: 'text' | 'singleSelect' | 'number', settings = {}) =>
    valueOf(await run('columns.create', { tableId, name, type, settings })).id
  const link = async (tableId: number, name: string, otherTableId: number, otherName: string, multiple = false, otherMultiple = true) =>
    valueOf(await run('columns.createLink', { tableId, name, multiple, otherTableId, otherName, otherMultiple }))
  const name = await column(customers, '名称', 'text')
  const grade = await column(customers, '等级', 'singleSelect', options(['重点', '普通']))
  const contactName = await column(contacts, '姓名', 'text')
  // The same names under other numbers.
  const kind = await column(contacts, '类别', 'singleSelect', options(['其他', '采购', '财务']))
  const orderName = await column(orders, '单号', 'text')
  const wanted = await column(orders, '找谁', 'singleSelect', options(['采购', '财务']))
  const contactCustomer = await link(contacts, '所属客户', customers, '联系人')
  const orderCustomer = await link(orders, '客户', customers, '订单')
  const orderContact = await link(orders, '收货人', contacts, '收货订单', true)
  const rows = async (tableId: number, columnId: number, names: string[]) =>
    valueOf(await run('rows.insert', { tableId, rows: names.map((value) => ({ cells: [{ columnId, value }] })) })).ids
  const [first = 0, twin = 0, third = 0] = await rows(customers, name, ['华东精密', '华东精密', '南方电子'])
  const [order = 0] = await rows(orders, orderName, ['D-1'])
  return {
    customers,
    contacts,
    orders,
    name,
    grade,
    contactName,
    kind,
    orderName,
    wanted,
    contactCustomer,
    orderCustomer,
    orderContact,
    first,
    twin,
    third,
    order,
    rows,
  }
}

const titles = async (engine: Engine, linkColumnId: number, rowId: number | null, text = '') =>
  valueOf(await engine.run('rows.candidates', { linkColumnId, rowId, text })).map((row) => row.title)

const offer = async (engine: Engine, columnId: number, pick: Partial<LinkPick> | null) =>
  engine.run('columns.update', { columnId, settings: { pick: pick === null ? null : { viewId: null, filter: null, match: [], ...pick } } })

test('rows are offered newest first; for a text, titles that begin with it stand before those that hold it', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  await shop.rows(shop.customers, shop.name, ['新南方', '电子城'])
  const link = shop.orderCustomer.column.id
  expect(await titles(engine, link, shop.order)).toEqual(['电子城', '新南方', '南方电子', '华东精密', '华东精密'])
  expect(await titles(engine, link, shop.order, '南方')).toEqual(['南方电子', '新南方'])
  expect(await titles(engine, link, shop.order, '电子')).toEqual(['电子城', '南方电子'])
})

test('a view, conditions and both together limit what is offered; a view that is gone says nothing', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderCustomer.column.id
  const important: Filter = { kind: 'condition', columnId: shop.grade, operator: 'anyOf', value: [1] }
  const update = (id: number) => ({ id, cells: [{ columnId: shop.grade, value: 1 }] })
  valueOf(await engine.run('rows.update', { tableId: shop.customers, rows: [update(shop.first), update(shop.third)] }))
  const view = valueOf(
    await engine.run('views.create', { tableId: shop.customers, name: '重点客户', settings: { ...emptyViewSettings, filter: important } }),
  )
  valueOf(await offer(engine, link, { viewId: view.id }))
  expect(await titles(engine, link, shop.order)).toEqual(['南方电子', '华东精密'])
  const south: Filter = { kind: 'condition', columnId: shop.name, operator: 'startsWith', value: '南方' }
  valueOf(await offer(engine, link, { viewId: view.id, filter: south }))
  expect(await titles(engine, link, shop.order)).toEqual(['南方电子'])
  expect(await titles(engine, link, shop.order, '华东')).toEqual([])
  valueOf(await offer(engine, link, { filter: south }))
  expect(await titles(engine, link, shop.order)).toEqual(['南方电子'])
  valueOf(await engine.run('views.create', { tableId: shop.customers, name: '另一个', settings: emptyViewSettings }))
  valueOf(await offer(engine, link, { viewId: view.id }))
  valueOf(await engine.run('views.delete', { viewId: view.id }))
  expect(await titles(engine, link, shop.order)).toHaveLength(3)
  // Saved again, it is forgotten.
  const saved = valueOf(await offer(engine, link, { viewId: view.id }))
  expect(saved.type === 'link' ? saved.settings.pick?.viewId : undefined).toBeNull()
  valueOf(await offer(engine, link, null))
  expect(await titles(engine, link, shop.order)).toHaveLength(3)
})

test('a match over links asks for the same row, not for the same name; an empty cell asks nothing', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const [li = 0, wang = 0] = await shop.rows(shop.contacts, shop.contactName, ['李工', '王工', '散客'])
  const set = async (linkColumnId: number, rowId: number, rowIds: number[]) =>
    valueOf(await engine.run('rows.setLinks', { linkColumnId, rowId, rowIds }))
  await set(shop.contactCustomer.column.id, li, [shop.first])
  await set(shop.contactCustomer.column.id, wang, [shop.twin])
  const link = shop.orderContact.column.id
  valueOf(await offer(engine, link, { match: [{ otherColumnId: shop.contactCustomer.column.id, ownColumnId: shop.orderCustomer.column.id }] }))
  expect(await titles(engine, link, shop.order)).toEqual(['散客', '王工', '李工'])
  expect(await titles(engine, link, null)).toHaveLength(3)
  await set(shop.orderCustomer.column.id, shop.order, [shop.twin])
  expect(await titles(engine, link, shop.order)).toEqual(['王工'])
})

test('a match of options asks for the same name, whatever their numbers', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const [li = 0, wang = 0] = await shop.rows(shop.contacts, shop.contactName, ['李工', '王工'])
  const kindOf = (id: number, value: number) => ({ id, cells: [{ columnId: shop.kind, value }] })
  valueOf(await engine.run('rows.update', { tableId: shop.contacts, rows: [kindOf(li, 1), kindOf(wang, 2)] }))
  valueOf(await engine.run('rows.update', { tableId: shop.orders, rows: [{ id: shop.order, cells: [{ columnId: shop.wanted, value: 1 }] }] }))
  const link = shop.orderContact.column.id
  valueOf(await offer(engine, link, { match: [{ otherColumnId: shop.kind, ownColumnId: shop.wanted }] }))
  expect(await titles(engine, link, shop.order)).toEqual(['王工'])
})

test('what is linked already is told, and what it would be taken from', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const [other = 0] = await shop.rows(shop.orders, shop.orderName, ['D-2'])
  valueOf(await engine.run('rows.setLinks', { linkColumnId: shop.orderCustomer.inverse.id, rowId: shop.third, rowIds: [other] }))
  const seen = async (rowId: number) => valueOf(await engine.run('rows.candidates', { linkColumnId: shop.orderCustomer.inverse.id, rowId }))
  expect((await seen(shop.third)).map((row) => [row.title, row.linked, row.takenFrom])).toEqual([
    ['D-2', true, null],
    ['D-1', false, null],
  ])
  expect((await seen(shop.first)).map((row) => [row.title, row.linked, row.takenFrom])).toEqual([
    ['D-2', false, '南方电子'],
    ['D-1', false, null],
  ])
})

test('a row made in the picker is linked in the same change, and gets what the limits leave one value for', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderContact.column.id
  valueOf(await engine.run('rows.setLinks', { linkColumnId: shop.orderCustomer.column.id, rowId: shop.order, rowIds: [shop.twin] }))
  valueOf(await engine.run('rows.update', { tableId: shop.orders, rows: [{ id: shop.order, cells: [{ columnId: shop.wanted, value: 2 }] }] }))
  valueOf(
    await offer(engine, link, {
      match: [
        { otherColumnId: shop.contactCustomer.column.id, ownColumnId: shop.orderCustomer.column.id },
        { otherColumnId: shop.kind, ownColumnId: shop.wanted },
      ],
    }),
  )
  const before = contentOf(path)
  const made = valueOf(await engine.run('rows.createLinked', { linkColumnId: link, rowId: shop.order, title: ' 赵会计 ' }))
  expect(made).toMatchObject({ tableId: shop.contacts, title: '赵会计' })
  const row = valueOf(await engine.run('rows.get', { tableId: shop.contacts, rowId: made.id }))
  expect(row.cells[shop.kind]).toBe(3)
  expect(row.links[shop.contactCustomer.column.id]?.map((one) => one.id)).toEqual([shop.twin])
  expect(row.links[shop.orderContact.inverse.id]?.map((one) => one.id)).toEqual([shop.order])
  expect(await titles(engine, link, shop.order)).toEqual(['赵会计'])
  const after = contentOf(path)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('history.redo', {}))
  expect(contentOf(path)).toEqual(after)
})

test('a row made by the limits of a view passes it', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderCustomer.column.id
  valueOf(await offer(engine, link, { filter: { kind: 'condition', columnId: shop.grade, operator: 'anyOf', value: [1] } }))
  valueOf(await engine.run('rows.createLinked', { linkColumnId: link, rowId: shop.order, title: '新客户' }))
  expect(await titles(engine, link, shop.order)).toEqual(['新客户'])
})

test('a link that takes existing rows only, a name the column cannot hold and a row that is gone are refused, and nothing is left', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderCustomer.column.id
  const codeOf = async (rowId: number) => {
    const answer = await engine.run('rows.createLinked', { linkColumnId: link, rowId, title: '新客户' })
    return answer.ok ? 'made' : answer.failure.code
  }
  const before = contentOf(path)
  expect(await codeOf(999)).toBe('row.notFound')
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('columns.update', { columnId: link, settings: { createInPicker: false } }))
  const limited = contentOf(path)
  expect(await codeOf(shop.order)).toBe('link.onlyExisting')
  expect(contentOf(path)).toEqual(limited)
})

test('limits by what belongs to other tables, or to one person, are refused', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const member = valueOf(await engine.run('members.create', { name: '小陈' }))
  valueOf(await engine.run('base.setActor', { memberId: member.id }))
  const wrong = valueOf(await engine.run('views.create', { tableId: shop.contacts, name: '别的表', settings: emptyViewSettings }))
  const own = valueOf(await engine.run('views.create', { tableId: shop.customers, name: '我的', settings: emptyViewSettings, personal: true }))
  const before = contentOf(path)
  const wrongs: Partial<LinkPick>[] = [
    { viewId: wrong.id },
    { viewId: own.id },
    { match: [{ otherColumnId: shop.contactName, ownColumnId: shop.orderName }] },
    { match: [{ otherColumnId: shop.name, ownColumnId: shop.name }] },
  ]
  for (const pick of wrongs) {
    const answer = await offer(engine, shop.orderCustomer.column.id, pick)
    expect(answer.ok ? 'saved' : answer.failure.code).toBe('column.invalid')
  }
  expect(contentOf(path)).toEqual(before)
})

test('from several to one: what would go is told, and goes with the setting in one change', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderContact.column.id
  const [li = 0, wang = 0, zhao = 0] = await shop.rows(shop.contacts, shop.contactName, ['李工', '王工', '赵工'])
  const [second = 0, third = 0] = await shop.rows(shop.orders, shop.orderName, ['D-2', 'D-3'])
  const set = async (rowId: number, rowIds: number[]) => valueOf(await engine.run('rows.setLinks', { linkColumnId: link, rowId, rowIds }))
  await set(shop.order, [li, wang, zhao])
  await set(second, [zhao, wang])
  await set(third, [wang])
  expect(valueOf(await engine.run('columns.previewSingle', { linkColumnId: link }))).toEqual({ rows: 2, links: 3, titles: ['D-1', 'D-2'] })
  const before = contentOf(path)
  valueOf(await engine.run('columns.update', { columnId: link, settings: { multiple: false } }))
  const cell = async (rowId: number) => valueOf(await engine.run('rows.get', { tableId: shop.orders, rowId })).cells[link]
  expect([await cell(shop.order), await cell(second), await cell(third)]).toEqual(['李工', '赵工', '王工'])
  expect(valueOf(await engine.run('columns.previewSingle', { linkColumnId: link })).rows).toBe(0)
  const after = contentOf(path)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('history.redo', {}))
  expect(contentOf(path)).toEqual(after)
})

test('a condition that a column of another type cannot answer goes from what a link offers', async () => {
  const { engine } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderCustomer.column.id
  valueOf(await offer(engine, link, { filter: { kind: 'condition', columnId: shop.name, operator: 'startsWith', value: '南' } }))
  const input = { columnId: shop.name, to: { type: 'number' as const, settings: {} }, link: null, lang: 'zh-CN' as const }
  expect(valueOf(await engine.run('columns.previewConversion', input)).references).toContainEqual({
    kind: 'column',
    name: '订单·客户',
    effect: 'filterCut',
  })
  valueOf(await engine.run('columns.convert', { ...input, onLoss: 'empty' }))
  expect(await titles(engine, link, shop.order)).toHaveLength(3)
})

test('a link whose usual settings are saved is kept as it was', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const before = contentOf(path)
  const settings = { multiple: false, createInPicker: true, pick: null }
  valueOf(await engine.run('columns.update', { columnId: shop.orderCustomer.column.id, settings }))
  expect(contentOf(path)).toEqual(before)
})

test('leaving the picker after a row was made in it writes nothing more: one step back takes row and link', async () => {
  const { engine, path } = temporaryBase()
  const shop = await makeShop(engine)
  const link = shop.orderContact.column.id
  const before = contentOf(path)
  const { id } = valueOf(await engine.run('rows.createLinked', { linkColumnId: link, rowId: shop.order, title: '赵工' }))
  valueOf(await engine.run('rows.setLinks', { linkColumnId: link, rowId: shop.order, rowIds: [id], seen: [] }))
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})
