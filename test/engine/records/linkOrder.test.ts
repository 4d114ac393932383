import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { connect } from '#main/engine/store/db.ts'
import { compileSql, linkOrder, linkRef, nameRef, sql } from '#main/engine/store/sql.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Orders and the goods in them, several to several; each side looks the other up, and formulas read the order. */
async function makeOrders(engine: Engine) {
  const { run } = engine
  const orders = valueOf(await run('tables.create', { name: '订单' })).id
  const goods = valueOf(await run('tables.create', { name: '产品' })).id
  const column = async (tableId: number, name: string, type: 'text' | 'lookup' | 'formula', settings: Record<string, unknown> = {}) =>
    valueOf(await run('columns.create', { tableId, name, type, settings })).id
  const orderName = await column(orders, '单号', 'text')
  const goodName = await column(goods, '品名', 'text')
  const link = valueOf(
    await run('columns.createLink', { tableId: orders, name: '产品', multiple: true, otherTableId: goods, otherName: '订单', otherMultiple: true }),
  )
  const [toGoods, toOrders] = [link.column.id, link.inverse.id]
  const formula = (name: string, source: string) => column(orders, name, 'formula', { source })
  const read = {
    cell: toGoods,
    lookup: await column(orders, '品名们', 'lookup', { linkColumnId: toGoods, targetColumnId: goodName }),
    joined: await formula('连起', `ARRAYJOIN({产品.品名}, "/")`),
    first: await formula('首个', 'FIRST({产品.品名})'),
    last: await formula('末个', 'LAST({产品.品名})'),
    second: await formula('第二', 'ITEM({产品.品名}, 2)'),
  }
  const insert = async (tableId: number, columnId: number, names: string[]) =>
    valueOf(await run('rows.insert', { tableId, rows: names.map((value) => ({ cells: [{ columnId, value }] })) })).ids
  const [a = 0, b = 0, c = 0, d = 0] = await insert(goods, goodName, ['甲', '乙', '丙', '丁'])
  const [one = 0, two = 0] = await insert(orders, orderName, ['D-1', 'D-2'])
  const set = async (rowIds: number[], rowId = one, linkColumnId = toGoods) => valueOf(await run('rows.setLinks', { linkColumnId, rowId, rowIds }))
  const names = async (rowId = one) => {
    const row = valueOf(await run('rows.get', { tableId: orders, rowId }))
    const chips = (row.links[toGoods] ?? []).map(({ title }) => title).join('')
    const linked = valueOf(await run('rows.linked', { linkColumnId: toGoods, rowId, columnIds: [goodName], sort: null }))
    return {
      chips,
      linked: linked.rows.map(({ cells }) => cells[0]).join(''),
      ...Object.fromEntries(Object.entries(read).map(([name, id]) => [name, row.cells[id] ?? null])),
    }
  }
  const inOrder = (order: string) => {
    const each = [...order]
    return {
      chips: order,
      linked: order,
      cell: each.join('、'),
      lookup: each.join('、'),
      joined: each.join('/'),
      first: each[0] ?? null,
      last: each.at(-1) ?? null,
      second: each[1] ?? null,
    }
  }
  return { orders, goods, orderName, goodName, toGoods, toOrders, a, b, c, d, one, two, insert, set, names, inOrder }
}

test('rows stand in the order given, in the cell, in what is looked up and in formulas; new ones come last', async () => {
  const { engine } = temporaryBase()
  const { a, b, c, d, set, names, inOrder } = await makeOrders(engine)
  expect(await set([c, a])).toEqual({ linked: 2, unlinked: 0, reordered: 0 })
  expect(await names()).toEqual(inOrder('丙甲'))
  await set([c, a, b])
  expect(await names()).toEqual(inOrder('丙甲乙'))
  expect(await set([b, c, a])).toMatchObject({ linked: 0, unlinked: 0 })
  expect(await names()).toEqual(inOrder('乙丙甲'))
  // Together: one goes, one comes in the middle, the others change places.
  await set([a, d, b])
  expect(await names()).toEqual(inOrder('甲丁乙'))
  // The same once more is no change.
  expect(await set([a, d, b])).toEqual({ linked: 0, unlinked: 0, reordered: 0 })
})

test('a link made elsewhere, or from the other side, comes last there', async () => {
  const { engine } = temporaryBase()
  const { a, b, c, d, one, two, toOrders, toGoods, set, names, inOrder, orders, goods, goodName } = await makeOrders(engine)
  await set([c, d])
  await set([one], a, toOrders)
  expect(await names()).toEqual(inOrder('丙丁甲'))
  valueOf(
    await engine.run('rows.insert', {
      tableId: goods,
      rows: [{ cells: [{ columnId: goodName, value: '戊' }], links: [{ columnId: toOrders, rowIds: [two, one] }] }],
    }),
  )
  expect(await names()).toEqual(inOrder('丙丁甲戊'))
  const bulk = { rows: { kind: 'ids' as const, rowIds: [one] }, columnId: toGoods, action: { kind: 'link' as const, rowIds: [b] }, onlyEmpty: false }
  valueOf(await engine.run('rows.bulk', { tableId: orders, ...bulk }))
  expect(await names()).toEqual(inOrder('丙丁甲戊乙'))
})

test('each side keeps an order of its own', async () => {
  const { engine } = temporaryBase()
  const { a, b, one, two, toOrders, set, names, inOrder, goods } = await makeOrders(engine)
  await set([b, a])
  await set([a, b], two)
  await set([two, one], a, toOrders)
  const good = valueOf(await engine.run('rows.get', { tableId: goods, rowId: a }))
  expect(good.cells[toOrders]).toBe('D-2、D-1')
  expect(await names()).toEqual(inOrder('乙甲'))
  expect(await names(two)).toEqual(inOrder('甲乙'))
})

test('links beyond those seen stay behind the others', async () => {
  const { engine } = temporaryBase()
  const { a, b, c, d, one, toGoods, set, names, inOrder } = await makeOrders(engine)
  await set([d, c, b, a])
  valueOf(await engine.run('rows.setLinks', { linkColumnId: toGoods, rowId: one, rowIds: [c, d], seen: [d, c] }))
  expect(await names()).toEqual(inOrder('丙丁乙甲'))
})

test('an order is undone and redone to the byte, alone and with links that come and go, and survives the trash', async () => {
  const { engine, path } = temporaryBase()
  const { a, b, c, d, goods, orders, one, set, names } = await makeOrders(engine)
  const states = [contentOf(path)]
  const step = async (deed: Promise<unknown>) => {
    await deed
    states.push(contentOf(path))
  }
  await step(set([c, a, b]))
  await step(set([b, c, a]))
  await step(set([a, d, b]))
  await step(set([d, b, a, c]))
  await step(engine.run('rows.delete', { tableId: goods, rowIds: [b] }))
  await step(engine.run('rows.delete', { tableId: orders, rowIds: [one] }))
  for (let at = states.length - 2; at >= 0; at -= 1) {
    valueOf(await engine.run('history.undo', {}))
    expect(contentOf(path)).toEqual(states[at])
  }
  for (let at = 1; at < states.length; at += 1) {
    valueOf(await engine.run('history.redo', {}))
    expect(contentOf(path)).toEqual(states[at])
  }
  for (const item of valueOf(await engine.run('trash.list', {}))) valueOf(await engine.run('trash.restore', { entryId: item.entryId }))
  expect(await names()).toMatchObject({ chips: '丁乙甲丙' })
  const incremental = contentOf(path)
  valueOf(await engine.run('base.recompute', {}))
  expect(contentOf(path)).toEqual(incremental)
})

test('a row deleted and restored stands where it stood', async () => {
  const { engine, path } = temporaryBase()
  const { a, b, c, goods, set } = await makeOrders(engine)
  await set([c, b, a])
  const before = contentOf(path)
  valueOf(await engine.run('rows.delete', { tableId: goods, rowIds: [b] }))
  const [item] = valueOf(await engine.run('trash.list', {}))
  valueOf(await engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(contentOf(path)).toEqual(before)
})

test('duplicates merged: the links that move come in their order', async () => {
  const { engine } = temporaryBase()
  const { a, b, c, d, orders, orderName, one, two, set, names, inOrder } = await makeOrders(engine)
  await set([b, a])
  await set([d, c, a], two)
  valueOf(
    await engine.run('rows.mergeDuplicates', {
      tableId: orders,
      columnIds: [orderName],
      groups: [[one, two]],
      keep: 'oldest',
      fillEmpty: false,
      moveLinks: true,
    }),
  )
  expect(await names()).toEqual(inOrder('乙甲丁丙'))
})

test('a link that becomes another type, or takes one row, goes by the order', async () => {
  const { engine } = temporaryBase()
  const { a, b, c, one, orders, toGoods, set } = await makeOrders(engine)
  await set([c, a, b])
  valueOf(await engine.run('columns.update', { columnId: toGoods, settings: { multiple: false } }))
  const cell = async () => valueOf(await engine.run('rows.get', { tableId: orders, rowId: one })).cells[toGoods]
  expect(await cell()).toBe('丙')
  valueOf(await engine.run('history.undo', {}))
  expect(await cell()).toBe('丙、甲、乙')
  valueOf(await engine.run('columns.convert', { columnId: toGoods, to: { type: 'text', settings: {} }, link: null, lang: 'zh-CN' }))
  expect(await cell()).toBe('丙、甲、乙')
})

test('rows are read in their order out of an index, from either side', async () => {
  const { engine, path } = temporaryBase()
  await makeOrders(engine)
  await engine.close()
  const { db, close } = connect(path, { readOnly: true })
  for (const side of ['a', 'b'] as const) {
    const other = side === 'a' ? 'b' : 'a'
    const { text } = compileSql(sql`explain query plan select o.id from ${linkRef(1)} k join t1 o on o.id = ${nameRef(other, 'k')}
      where ${nameRef(side, 'k')} = 1 order by ${linkOrder(side, 'k')} limit 20`)
    const plan = db
      .prepareRows(text)([])
      .map((line) => line.at(-1))
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  }
  close()
})
