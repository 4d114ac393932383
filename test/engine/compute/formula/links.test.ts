import { expect, test } from 'vitest'
import { cellsOf, formulaBook } from '../../support/formulaBook.ts'
import { valueOf } from '../../support/valueOf.ts'

test('values of linked rows are summed, counted and picked', async () => {
  const { engine, book, valuesOf } = await formulaBook()
  const of = (source: string) => valuesOf(book.customers.id, source)
  expect(await of('SUM({跟进记录.金额})')).toEqual([300.3, 0, 0])
  expect(await of('COUNTLINKS({跟进记录})')).toEqual([2, 1, 0])
  expect(await of('MAX({跟进记录.时间})')).toEqual(['2026-03-08T10:30', '2026-02-01T16:00', null])
  expect(await of('AVERAGE({跟进记录.金额})')).toEqual([150.15, 0, '#DIV/0!'])
  expect(await of('COUNTLINKS({跟进记录}, {结果} = "谈判中")')).toEqual([1, 0, 0])
  expect(await of('countlinks("跟进记录", "{金额} > 150")')).toEqual([1, 0, 0])
  expect(await of('rollup("跟进记录", "金额", "sum", "{金额} > 150")')).toEqual([200.2, 0, 0])
  expect(await of('lookup(findmax("跟进记录", "时间"), "内容")')).toEqual(['签约', '回访', null])
  expect(await of('lookup(findmin("跟进记录", "时间"), "内容")')).toEqual(['报价', '回访', null])
  await engine.close()
})

test('over a link that takes one row only no row counts as none', async () => {
  const { engine, book, customers, addFormula } = await formulaBook()
  const there = await addFormula(book.followUps.id, 'COUNTLINKS({客户})')
  const fits = await addFormula(book.followUps.id, 'COUNTLINKS({客户}, {状态} = "新建")')
  const rolled = await addFormula(book.followUps.id, 'ROLLUP({客户.客户名称}, "countall")')
  valueOf(await engine.run('rows.setLinks', { linkColumnId: book.link.inverse.id, rowId: customers[0] ?? 0, rowIds: [] }))
  expect(await there.cells()).toEqual([0, 0, 1])
  expect(await fits.cells()).toEqual([0, 0, 1])
  expect(await rolled.cells()).toEqual([0, 0, 1])
  await engine.close()
})

test('conditions read the row of the formula beside the linked one, and follow both', async () => {
  const { engine, book, customers, followUps, addFormula, valuesOf } = await formulaBook()
  const of = (source: string) => valuesOf(book.customers.id, source)
  const limit = valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: '限额', type: 'number', settings: {} }))
  const set = (rowId: number | undefined, value: number | null) =>
    engine.run('rows.update', { tableId: book.customers.id, rows: [{ id: rowId ?? 0, cells: [{ columnId: limit.id, value }] }] })
  await set(customers[0], 150)
  const counted = await addFormula(book.customers.id, 'COUNTLINKS({跟进记录}, {金额} > {限额})', '超限次数')
  const summed = await addFormula(book.customers.id, 'rollup("跟进记录", "金额", "sum", "{金额} < {限额}")', '限内金额')
  expect(await counted.cells()).toEqual([1, 0, 0])
  expect(await summed.cells()).toEqual([100.1, 0, 0])
  expect(await of('LOOKUP({跟进记录.内容}, {金额} > {限额})')).toEqual(['签约', null, null])
  expect(await of('LOOKUP(FINDMAX({跟进记录.时间}, {金额} < {限额}), {内容})')).toEqual(['报价', null, null])
  expect(await of('lookup(findmin("跟进记录", "时间", "{金额} > {限额}"), "内容")')).toEqual(['签约', null, null])
  expect(await of('SUM(LOOKUP({跟进记录}, {金额} - {限额}))')).toEqual([expect.closeTo(0.3), 0, 0])
  await set(customers[0], 50)
  expect(await counted.cells()).toEqual([2, 0, 0])
  expect(await summed.cells()).toEqual([0, 0, 0])
  await engine.run('rows.update', { tableId: book.followUps.id, rows: [{ id: followUps[0] ?? 0, cells: [{ columnId: book.amount.id, value: 10 }] }] })
  expect(await counted.cells()).toEqual([1, 0, 0])
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('history.undo', {}))
  expect(await counted.cells()).toEqual([1, 0, 0])
  await engine.close()
})

test('of a name that both rows have the linked one is read and told; the own one by its word, also two links further', async () => {
  const { engine, book, valuesOf } = await formulaBook()
  valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: '金额', type: 'formula', settings: { source: '150' } }))
  const check = async (source: string) => valueOf(await engine.run('formulas.check', { tableId: book.customers.id, source }))
  expect(await check('COUNTLINKS({跟进记录}, {金额} > 120)')).toMatchObject({ ok: true, shadowing: ['金额'] })
  expect(await check('COUNTLINKS({跟进记录}, {内容} = "报价") + {金额}')).toMatchObject({ ok: true, shadowing: [] })
  expect(await valuesOf(book.customers.id, 'COUNTLINKS({跟进记录}, {金额} < {本行.金额})')).toEqual([1, 1, 0])
  expect(await valuesOf(book.followUps.id, 'COUNTLINKS({客户}, COUNTLINKS({跟进记录}, {时间} > {本行.时间}) > 0)')).toEqual([1, 0, 0])
  const circle = await engine.run('columns.create', {
    tableId: book.customers.id,
    name: '圈',
    type: 'formula',
    settings: { source: 'COUNTLINKS({跟进记录}, {金额} > {圈})' },
  })
  expect(circle).toMatchObject({ ok: false })
  await engine.close()
})

test('a single link gives the value itself, and roads go on over several links', async () => {
  const { engine, book, valuesOf } = await formulaBook()
  expect(await valuesOf(book.followUps.id, '{客户.客户名称} & "·" & {内容}')).toEqual(['华东精密·报价', '华东精密·签约', '华南贸易·回访'])
  expect(await valuesOf(book.followUps.id, 'SUM({客户.跟进记录.金额})')).toEqual([300.3, 300.3, 0])
  expect(await valuesOf(book.followUps.id, 'IF({客户.状态} = "已成交", "老客户", "新客户")')).toEqual(['老客户', '老客户', '新客户'])
  await engine.close()
})

test('cells follow what they read, over links and over other formulas', async () => {
  const { engine, book, customers, followUps, addFormula } = await formulaBook()
  const total = await addFormula(book.customers.id, 'SUM({跟进记录.金额})', '总额')
  const double = await addFormula(book.customers.id, '{总额} * 2', '两倍')
  const there = await addFormula(book.followUps.id, '{客户.两倍} - {金额}', '差额')
  expect(await there.cells()).toEqual([600.6 - 100.1, 600.6 - 200.2, 0])
  await engine.run('rows.update', { tableId: book.followUps.id, rows: [{ id: followUps[2] ?? 0, cells: [{ columnId: book.amount.id, value: 50 }] }] })
  expect(await total.cells()).toEqual([300.3, 50, 0])
  expect(await double.cells()).toEqual([600.6, 100, 0])
  await engine.run('rows.setLinks', { linkColumnId: book.link.column.id, rowId: followUps[1] ?? 0, rowIds: [customers[2] ?? 0] })
  expect(await total.cells()).toEqual([100.1, 50, 200.2])
  expect(await there.cells()).toEqual([200.2 - 100.1, 400.4 - 200.2, 100 - 50])
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('history.undo', {}))
  expect(await there.cells()).toEqual([600.6 - 100.1, 600.6 - 200.2, 0])
  await engine.close()
})

test('a formula that reads a deleted column says so, and comes back with it', async () => {
  const { engine, book, addFormula } = await formulaBook()
  const formula = await addFormula(book.followUps.id, '{金额} + 1')
  valueOf(await engine.run('columns.delete', { columnId: book.amount.id }))
  expect(await formula.cells()).toEqual(['#LINK!', '#LINK!', '#LINK!'])
  valueOf(await engine.run('columns.update', { columnId: formula.column.id, name: '加一' }))
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('history.undo', {}))
  expect(await formula.cells()).toEqual([101.1, 201.2, 1])
  await engine.close()
})

test('renaming a column changes nothing in a formula, and a new name can be used at once', async () => {
  const { engine, book, addFormula, valuesOf } = await formulaBook()
  const formula = await addFormula(book.followUps.id, '{金额} + 1')
  valueOf(await engine.run('columns.update', { columnId: book.amount.id, name: '合同额 {含税}.总' }))
  expect(await formula.cells()).toEqual([101.1, 201.2, 1])
  expect(await valuesOf(book.followUps.id, String.raw`{合同额 {含税\}\.总} + 1`)).toEqual([101.1, 201.2, 1])
  await engine.close()
})

test('a circle is refused when it is saved, through three tables too', async () => {
  const { engine, book, addFormula } = await formulaBook()
  const third = valueOf(await engine.run('tables.create', { name: '合同' }))
  valueOf(await engine.run('columns.create', { tableId: third.id, name: '编号', type: 'text', settings: {} }))
  valueOf(
    await engine.run('columns.createLink', {
      tableId: third.id,
      name: '客户',
      multiple: false,
      otherTableId: book.customers.id,
      otherName: '合同',
      otherMultiple: true,
    }),
  )
  const onFollowUp = await addFormula(book.followUps.id, '{金额}', '甲')
  const onCustomer = await addFormula(book.customers.id, 'SUM({跟进记录.甲})', '乙')
  await addFormula(third.id, '{客户.乙} * 2', '丙')
  const closing = await engine.run('columns.update', { columnId: onFollowUp.column.id, settings: { source: 'SUM({客户.合同.丙})' } })
  expect(closing).toMatchObject({ ok: false, failure: { code: 'column.cycle' } })
  const itself = await engine.run('columns.update', { columnId: onCustomer.column.id, settings: { source: '{乙} + 1' } })
  expect(itself).toMatchObject({ ok: false, failure: { code: 'column.cycle' } })
  expect(await cellsOf(engine, book.customers.id, onCustomer.column.id)).toEqual([300.3, 0, 0])
  await engine.close()
})

test('a formula follows the type of what it reads', async () => {
  const { engine, book, addFormula } = await formulaBook()
  const first = await addFormula(book.followUps.id, '{金额}', '甲')
  const second = await addFormula(book.followUps.id, 'MAX({甲})', '乙')
  expect(second.column).toMatchObject({ settings: { result: 'number' } })
  valueOf(await engine.run('columns.update', { columnId: first.column.id, settings: { source: '{内容}' } }))
  const { columns } = valueOf(await engine.run('base.describe', {}))
  expect(columns.find((column) => column.id === first.column.id)).toMatchObject({ settings: { result: 'text' } })
  await engine.close()
})
