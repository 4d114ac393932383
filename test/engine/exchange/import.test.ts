import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import type { ColumnTarget, ImportPlan, SheetPlan } from '#shared/contract/exchange.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { workbook, type Cell, type Sheet } from '../../fixtures/make/workbook.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'

const to = (columnId: number, matchColumnId: number | null = null): ColumnTarget => ({ kind: 'column', columnId, matchColumnId })
const fresh = (name: string, type: Extract<ColumnTarget, { kind: 'new' }>['type'] = 'text'): ColumnTarget => ({ kind: 'new', name, type })

type Part = Partial<SheetPlan> & { table: SheetPlan['table']; targets: ColumnTarget[] }

/** A plan for a workbook of these sheets. */
function planFor(sheets: { name: string; rows: Cell[][] }[], parts: Part[]): ImportPlan {
  return {
    path: fileOf('表.xlsx', workbook(sheets satisfies Sheet[])),
    encoding: null,
    sheets: parts.map(({ targets, ...part }, index) => ({
      sheet: sheets[index]?.name ?? '', headerRow: 0, mode: 'add', matchIndexes: [], missingLinks: 'reject', ...part,
      columns: targets.map((target, at) => ({ index: at, target })),
    })),
  }
}

async function cellsOf(engine: Engine, tableId: number, columnIds: number[]) {
  const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: 0, limit: 1000 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
}

async function bookWithCustomers() {
  const { engine, path } = temporaryBase({ clock: { today: () => '2024-06-01', now: () => '2024-06-01T10:00:00' } })
  const book = await makeBook(engine)
  valueOf(await engine.run('rows.insert', {
    tableId: book.customers.id,
    rows: [['上海博远', 1], ['北京华盛', 2], ['双胞胎', 1], ['双胞胎', 2]].map(([name, status]) => ({
      cells: [{ columnId: book.name.id, value: name ?? null }, { columnId: book.status.id, value: status ?? null }],
    })),
  }))
  const customers = () => cellsOf(engine, book.customers.id, [book.name.id, book.status.id])
  return { engine, path, book, customers }
}

const rows: Cell[][] = [['客户名称', '状态'], ['上海博远 ', '已成交'], ['北京 华盛', null], ['广州天成', '洽谈中'], ['双胞胎', '新建'], [null, '新建'], ['ABC公司', '新建'], ['ａｂｃ公司', '洽谈中']]
const keyed = (book: Awaited<ReturnType<typeof bookWithCustomers>>['book'], mode: SheetPlan['mode']) =>
  planFor([{ name: '客户', rows }], [{ table: { tableId: book.customers.id }, mode, matchIndexes: [0], targets: [to(book.name.id), to(book.status.id)] }])

test('add or update: known names are updated, others added, doubtful ones rejected; blanks leave what is there', async () => {
  const { engine, book, customers } = await bookWithCustomers()
  const result = valueOf(await engine.run('import.run', keyed(book, 'addOrUpdate')))
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 2, updated: 1, unchanged: 1, rejected: 3, blank: 0 })
  expect(result.rejections.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
    [5, '客户名称', '双胞胎', 'ambiguousMatch'], [6, '客户名称', '', 'missingKey'], [8, '客户名称', 'ａｂｃ公司', 'duplicateInFile'],
  ])
  expect(await customers()).toEqual([['上海博远', 3], ['北京华盛', 2], ['双胞胎', 1], ['双胞胎', 2], ['广州天成', 2], ['ABC公司', 1]])
})

test('update: unknown names are rejected', async () => {
  const { engine, book } = await bookWithCustomers()
  const result = valueOf(await engine.run('import.run', keyed(book, 'update')))
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 0, rejected: 5 })
  expect(result.rejections.filter((each) => each.reason === 'noMatch').map((each) => each.value)).toEqual(['广州天成', 'ABC公司', 'ａｂｃ公司'])
})

test('add with a key: known names are rejected; without a key every row is added', async () => {
  const { engine, book } = await bookWithCustomers()
  const result = valueOf(await engine.run('import.run', keyed(book, 'add')))
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 2, updated: 0, rejected: 5 })
  expect(result.rejections.filter((each) => each.reason === 'alreadyExists').map((each) => each.value)).toEqual(['上海博远 ', '北京 华盛'])
  const plain = { ...keyed(book, 'add') }
  const all = valueOf(await engine.run('import.run', { ...plain, sheets: plain.sheets.map((sheet) => ({ ...sheet, matchIndexes: [] })) }))
  expect(all.sheets[0]).toMatchObject({ read: 7, added: 7, rejected: 0 })
})

test('a rejected row leaves nothing behind: no option, no member, no linked row', async () => {
  const { engine, path } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const other = valueOf(await engine.run('tables.create', { name: '产品' }))
  const name = valueOf(await engine.run('columns.create', { tableId: other.id, name: '产品', type: 'text', settings: {} }))
  valueOf(await engine.run('columns.create', { tableId: table.id, name: '客户', type: 'text', settings: {} }))
  const status = valueOf(await engine.run('columns.create', { tableId: table.id, name: '状态', type: 'singleSelect', settings: { options: [] } }))
  const owner = valueOf(await engine.run('columns.create', { tableId: table.id, name: '负责人', type: 'member', settings: {} }))
  const day = valueOf(await engine.run('columns.create', { tableId: table.id, name: '日期', type: 'date', settings: {} }))
  const link = valueOf(await engine.run('columns.createLink', { tableId: table.id, name: '意向', multiple: true, otherTableId: other.id, otherName: '客户', otherMultiple: true }))
  const before = contentOf(path)
  const sheets = [{ name: '客户', rows: [['状态', '负责人', '意向', '日期'], ['新状态', '新人', '阀门、泵', '没有这一天']] }]
  const plan = planFor(sheets, [{ table: { tableId: table.id }, missingLinks: 'create', targets: [to(status.id), to(owner.id), to(link.column.id), to(day.id)] }])
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 0, rejected: 1 })
  expect(contentOf(path)).toEqual(before)

  const good = planFor([{ name: '客户', rows: [['状态', '负责人', '意向', '日期'], ['新状态', '新 人', '阀门、泵', '2024-03-05'], ['新状态', '新人', '泵', 20_240_306]] }], [
    { table: { tableId: table.id }, missingLinks: 'create', targets: [to(status.id), to(owner.id), to(link.column.id), to(day.id)] },
  ])
  const result = valueOf(await engine.run('import.run', good))
  expect(result.created).toEqual({ members: ['新人'], linkedRows: 2 })
  expect(await cellsOf(engine, table.id, [status.id, owner.id, link.column.id, day.id])).toEqual([[1, 1, '阀门、泵', '2024-03-05'], [1, 1, '泵', '2024-03-06']])
  expect(await cellsOf(engine, other.id, [name.id])).toEqual([['阀门'], ['泵']])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

const followUps: Cell[][] = [['客户', '内容'], ['上海博远', '电话'], ['上海 博远', '拜访'], ['双胞胎', '哪一个'], ['没有这家', '写错了'], [null, '没写']]

test.each([
  ['reject', { added: 3, rejected: 2 }, ['ambiguousLink', 'unknownLink']],
  ['leaveEmpty', { added: 4, rejected: 1 }, ['ambiguousLink']],
  ['create', { added: 4, rejected: 1 }, ['ambiguousLink']],
] as const)('links by name; a missing one: %s', async (missingLinks, counts, reasons) => {
  const { engine, book } = await bookWithCustomers()
  const plan = planFor([{ name: '跟进', rows: followUps }], [
    { table: { tableId: book.followUps.id }, missingLinks, targets: [to(book.link.column.id), to(book.content.id)] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ read: 5, ...counts })
  expect(result.rejections.map((each) => each.reason)).toEqual(reasons)
  const linked = await cellsOf(engine, book.followUps.id, [book.content.id, book.link.column.id])
  expect(linked.slice(0, 2)).toEqual([['电话', '上海博远'], ['拜访', '上海博远']])
  expect(linked.at(-1)).toEqual(['没写', null])
  if (missingLinks === 'create') expect(linked).toContainEqual(['写错了', '没有这家'])
  // Rollups and search know the new rows.
  expect((await cellsOf(engine, book.customers.id, [book.count.id]))[0]).toEqual([2])
})

test('links by number: a customer number the engine gave, as text or as a number', async () => {
  const { engine, book } = await bookWithCustomers()
  const plan = planFor([{ name: '跟进', rows: [['客户编号', '内容'], ['KH-202406-0002', '按编号'], ['kh-202406-0001', '小写']] }], [
    { table: { tableId: book.followUps.id }, targets: [to(book.link.column.id, book.number.id), to(book.content.id)] },
  ])
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 2, rejected: 0 })
  expect(await cellsOf(engine, book.followUps.id, [book.link.column.id])).toEqual([['北京华盛'], ['上海博远']])
})

test('rows are found by the number the engine gave, which is not rewritten', async () => {
  const { engine, book, customers } = await bookWithCustomers()
  const plan = planFor([{ name: '客户', rows: [['编号', '状态'], ['KH-202406-0001', '已成交'], ['KH-202406-9999', '新建']] }], [
    { table: { tableId: book.customers.id }, mode: 'update', matchIndexes: [0], targets: [to(book.number.id), to(book.status.id)] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ updated: 1, rejected: 1 })
  expect((await customers())[0]).toEqual(['上海博远', 3])
})

test('two new tables from two sheets, linked by a number written as text here and as a number there, in any order', async () => {
  const { engine, path } = temporaryBase()
  const before = contentOf(path)
  const sheets = [
    { name: '订单', rows: [['单号', '客户号', '金额'], ['A1', 10_001, 20.5], ['A2', '10002', 30], ['A3', 10_003, 1]] },
    { name: '客户', rows: [['客户号', '名称'], ['10001', '甲'], [10_002, '乙']] },
  ]
  const plan = planFor(sheets, [
    { table: { newTable: '订单' }, targets: [fresh('单号'), { kind: 'newLink', name: '客户', sheet: '客户', matchIndex: 0 }, fresh('金额', 'currency')] },
    { table: { newTable: '客户' }, targets: [fresh('客户号'), fresh('名称')] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets).toMatchObject([{ sheet: '订单', added: 2, rejected: 1 }, { sheet: '客户', added: 2, rejected: 0 }])
  const base = valueOf(await engine.run('base.describe', {}))
  const [orders, customers] = base.tables
  expect(base.views.map((view) => [view.tableId, view.name])).toEqual([[orders?.id, '全部'], [customers?.id, '全部']])
  const columnsOf = (tableId = 0) => base.columns.filter((column) => column.tableId === tableId)
  expect(columnsOf(orders?.id).map((column) => [column.name, column.type])).toEqual([['单号', 'text'], ['客户', 'link'], ['金额', 'number']])
  expect(columnsOf(customers?.id).map((column) => [column.name, column.type])).toEqual([['客户号', 'text'], ['名称', 'text'], ['订单', 'link']])
  expect(await cellsOf(engine, orders?.id ?? 0, columnsOf(orders?.id).map((column) => column.id))).toEqual([['A1', '10001', 20.5], ['A2', '10002', 30]])
  expect(valueOf(await engine.run('history.list', {}))).toHaveLength(1)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('rows that refer to rows further down, to each other, and to ones that are rejected', async () => {
  const { engine } = temporaryBase()
  const sheets = [{ name: '客户', rows: [
    ['名称', '推荐人', '日期'], ['甲', '丙', '2024-01-01'], ['乙', '甲', '2024-01-02'], ['丙', '乙', '2024-01-03'],
    ['丁', '戊', '2024-01-04'], ['戊', '己', '2024-01-05'], ['己', null, '坏日期'], ['庚', null, '2024-01-06'],
  ] }]
  const plan = planFor(sheets, [{ table: { newTable: '客户' }, targets: [fresh('名称'), { kind: 'newLink', name: '推荐人', sheet: '客户', matchIndex: 0 }, fresh('日期', 'date')] }])
  const result = valueOf(await engine.run('import.run', plan))
  // 己 has no day, so 戊 has no one to refer to, and then 丁 neither.
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 4, rejected: 3 })
  expect(result.rejections.map(({ row, reason }) => [row, reason])).toEqual([[7, 'invalidDate'], [6, 'unknownLink'], [5, 'unknownLink']])
  const base = valueOf(await engine.run('base.describe', {}))
  const cells = await cellsOf(engine, 1, base.columns.filter((column) => column.name === '名称' || column.name === '推荐人').map((column) => column.id))
  expect(cells.toSorted((left, right) => String(left[0]).localeCompare(String(right[0])))).toEqual([['丙', '乙'], ['庚', null], ['甲', '丙'], ['乙', '甲']].toSorted((left, right) => String(left[0]).localeCompare(String(right[0]))))
})

test('two sheets that refer to each other', async () => {
  const { engine } = temporaryBase()
  const sheets = [
    { name: '客户', rows: [['名称', '主要联系人'], ['甲公司', '张三'], ['乙公司', '没有此人']] },
    { name: '联系人', rows: [['姓名', '公司'], ['张三', '甲公司'], ['李四', '乙公司']] },
  ]
  const plan = planFor(sheets, [
    { table: { newTable: '客户' }, targets: [fresh('名称'), { kind: 'newLink', name: '主要联系人', sheet: '联系人', matchIndex: 0 }] },
    { table: { newTable: '联系人' }, targets: [fresh('姓名'), { kind: 'newLink', name: '公司', sheet: '客户', matchIndex: 0 }] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets).toMatchObject([{ added: 1, rejected: 1 }, { added: 1, rejected: 1 }])
  expect(result.rejections.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([['客户', 3, 'unknownLink'], ['联系人', 3, 'unknownLink']])
})

test('updating replaces the links a cell names, and an empty cell keeps them', async () => {
  const { engine, book } = await bookWithCustomers()
  const ids = valueOf(await engine.run('rows.insert', {
    tableId: book.followUps.id, rows: ['一', '二'].map((content) => ({ cells: [{ columnId: book.content.id, value: content }], links: [{ columnId: book.link.column.id, rowIds: [1] }] })),
  })).ids
  expect(ids).toHaveLength(2)
  const plan = planFor([{ name: '跟进', rows: [['内容', '客户'], ['一', '北京华盛'], ['二', null]] }], [
    { table: { tableId: book.followUps.id }, mode: 'update', matchIndexes: [0], targets: [to(book.content.id), to(book.link.column.id)] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await cellsOf(engine, book.followUps.id, [book.content.id, book.link.column.id])).toEqual([['一', '北京华盛'], ['二', '上海博远']])
})

test('a value merged over several rows belongs to each of them', async () => {
  const { engine } = temporaryBase()
  const file = workbook([{ name: '跟进', rows: [['客户', '内容'], ['甲', '1'], [null, '2'], [null, '3'], ['乙', '4'], null, [null, '5']], merges: ['A2:A4', 'A5:A6'] }])
  const plan: ImportPlan = {
    path: fileOf('合并.xlsx', file), encoding: null,
    sheets: [{ sheet: '跟进', headerRow: 0, table: { newTable: '跟进' }, mode: 'add', matchIndexes: [], missingLinks: 'reject', columns: [{ index: 0, target: fresh('客户') }, { index: 1, target: fresh('内容') }] }],
  }
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ read: 6, added: 5, blank: 1 })
  expect(await cellsOf(engine, 1, [1, 2])).toEqual([['甲', '1'], ['甲', '2'], ['甲', '3'], ['乙', '4'], [null, '5']])
})

test('a required column must be filled by new rows', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '名称', type: 'text', settings: {}, required: true }))
  const phone = valueOf(await engine.run('columns.create', { tableId: table.id, name: '电话', type: 'phone', settings: {} }))
  const plan = planFor([{ name: '客户', rows: [['名称', '电话'], ['甲', '1'], ['  ', '13800138000']] }], [{ table: { tableId: table.id }, targets: [to(name.id), to(phone.id)] }])
  expect(valueOf(await engine.run('import.run', plan)).rejections).toEqual([{ sheet: '客户', row: 3, column: '名称', value: '  ', reason: 'missingRequired' }])
})

test('plans that cannot be carried out say why', async () => {
  const { engine, book, path } = await bookWithCustomers()
  const before = contentOf(path)
  const sheets = [{ name: '客户', rows: [['名称'], ['甲']] }]
  const table = { tableId: book.customers.id }
  const codes: (string | null)[] = []
  for (const part of [
    { table, targets: [{ kind: 'skip' } as const] },
    { table, mode: 'update' as const, targets: [to(book.name.id)] },
    { table, targets: [to(book.content.id)] },
    { table: { tableId: 99 }, targets: [fresh('x')] },
    { table, sheet: '没有', targets: [to(book.name.id)] },
    { table, targets: [fresh('状态')] },
  ]) {
    const result = await engine.run('import.run', planFor(sheets, [part]))
    codes.push(result.ok ? null : result.failure.code)
  }
  expect(codes).toEqual(['import.nothingMapped', 'import.noMatchKey', 'column.notFound', 'table.notFound', 'import.sheetNotFound', 'column.nameTaken'])
  expect(contentOf(path)).toEqual(before)
})
