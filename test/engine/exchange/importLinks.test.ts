import { expect, test } from 'vitest'
import type { Cell } from '../../fixtures/make/workbook.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { bookWithCustomers, cellsOf, fresh, planFor, to } from './support/plans.ts'

const followUps: Cell[][] = [
  ['客户', '内容'],
  ['上海博远', '电话'],
  ['上海 博远', '拜访'],
  ['双胞胎', '哪一个'],
  ['没有这家', '写错了'],
  [null, '没写'],
]

test.each([
  ['reject', { added: 3, rejected: 2 }, ['ambiguousLink', 'unknownLink']],
  ['leaveEmpty', { added: 4, rejected: 1 }, ['ambiguousLink']],
  ['create', { added: 4, rejected: 1 }, ['ambiguousLink']],
] as const)('links by name; a missing one: %s', async (missingLinks, counts, reasons) => {
  const { engine, book } = await bookWithCustomers()
  const plan = planFor(
    [{ name: '跟进', rows: followUps }],
    [{ table: { tableId: book.followUps.id }, missingLinks, targets: [to(book.link.column.id), to(book.content.id)] }],
  )
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ read: 5, ...counts })
  expect(result.rejections.map((each) => each.reason)).toEqual(reasons)
  const linked = await cellsOf(engine, book.followUps.id, [book.content.id, book.link.column.id])
  expect(linked.slice(0, 2)).toEqual([
    ['电话', '上海博远'],
    ['拜访', '上海博远'],
  ])
  expect(linked.at(-1)).toEqual(['没写', null])
  if (missingLinks === 'create') expect(linked).toContainEqual(['写错了', '没有这家'])
  // Rollups and search know the new rows.
  expect((await cellsOf(engine, book.customers.id, [book.count.id]))[0]).toEqual([2])
})

test('without a chosen column, names and numbers are both found', async () => {
  const { engine, book } = await bookWithCustomers()
  const plan = planFor(
    [
      {
        name: '跟进',
        rows: [
          ['客户', '内容'],
          ['KH-202406-0002', '按编号'],
          ['上海博远', '按名称'],
          ['KH-202406-0099', '没有这个编号'],
        ],
      },
    ],
    [{ table: { tableId: book.followUps.id }, targets: [to(book.link.column.id), to(book.content.id)] }],
  )
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 2, rejected: 1 })
  expect(await cellsOf(engine, book.followUps.id, [book.link.column.id])).toEqual([['北京华盛'], ['上海博远']])
})

test('links by number: a customer number the engine gave, as text or as a number', async () => {
  const { engine, book } = await bookWithCustomers()
  const plan = planFor(
    [
      {
        name: '跟进',
        rows: [
          ['客户编号', '内容'],
          ['KH-202406-0002', '按编号'],
          ['kh-202406-0001', '小写'],
        ],
      },
    ],
    [{ table: { tableId: book.followUps.id }, targets: [to(book.link.column.id, book.number.id), to(book.content.id)] }],
  )
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 2, rejected: 0 })
  expect(await cellsOf(engine, book.followUps.id, [book.link.column.id])).toEqual([['北京华盛'], ['上海博远']])
})

test('two new tables from two sheets, linked by a number written as text here and as a number there, in any order', async () => {
  const { engine, path } = temporaryBase()
  const before = contentOf(path)
  const sheets = [
    {
      name: '订单',
      rows: [
        ['单号', '客户号', '金额'],
        ['A1', 10_001, 20.5],
        ['A2', '10002', 30],
        ['A3', 10_003, 1],
      ],
    },
    {
      name: '客户',
      rows: [
        ['客户号', '名称'],
        ['10001', '甲'],
        [10_002, '乙'],
      ],
    },
  ]
  const plan = planFor(sheets, [
    {
      table: { newTable: '订单' },
      targets: [fresh('单号'), { kind: 'newLink', name: '客户', sheet: '客户', matchIndex: 0 }, fresh('金额', 'currency')],
    },
    { table: { newTable: '客户' }, targets: [fresh('客户号'), fresh('名称')] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets).toMatchObject([
    { sheet: '订单', added: 2, rejected: 1 },
    { sheet: '客户', added: 2, rejected: 0 },
  ])
  const base = valueOf(await engine.run('base.describe', {}))
  const [orders, customers] = base.tables
  expect(base.views.map((view) => [view.tableId, view.name])).toEqual([
    [orders?.id, '全部'],
    [customers?.id, '全部'],
  ])
  const columnsOf = (tableId = 0) => base.columns.filter((column) => column.tableId === tableId)
  expect(columnsOf(orders?.id).map((column) => [column.name, column.type])).toEqual([
    ['单号', 'text'],
    ['客户', 'link'],
    ['金额', 'number'],
  ])
  expect(columnsOf(customers?.id).map((column) => [column.name, column.type])).toEqual([
    ['客户号', 'text'],
    ['名称', 'text'],
    ['订单', 'link'],
  ])
  expect(
    await cellsOf(
      engine,
      orders?.id ?? 0,
      columnsOf(orders?.id).map((column) => column.id),
    ),
  ).toEqual([
    ['A1', '10001', 20.5],
    ['A2', '10002', 30],
  ])
  expect(valueOf(await engine.run('history.list', {}))).toHaveLength(1)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('rows that refer to rows further down, to each other, and to ones that are rejected', async () => {
  const { engine } = temporaryBase()
  const sheets = [
    {
      name: '客户',
      rows: [
        ['名称', '推荐人', '日期'],
        ['甲', '丙', '2024-01-01'],
        ['乙', '甲', '2024-01-02'],
        ['丙', '乙', '2024-01-03'],
        ['丁', '戊', '2024-01-04'],
        ['戊', '己', '2024-01-05'],
        ['己', null, '坏日期'],
        ['庚', null, '2024-01-06'],
      ],
    },
  ]
  const plan = planFor(sheets, [
    {
      table: { newTable: '客户' },
      targets: [fresh('名称'), { kind: 'newLink', name: '推荐人', sheet: '客户', matchIndex: 0 }, fresh('日期', 'date')],
    },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  // 己 has no day, so 戊 has no one to refer to, and then 丁 neither.
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 4, rejected: 3 })
  expect(result.rejections.map(({ row, reason }) => [row, reason])).toEqual([
    [7, 'invalidDate'],
    [6, 'unknownLink'],
    [5, 'unknownLink'],
  ])
  const base = valueOf(await engine.run('base.describe', {}))
  const cells = await cellsOf(
    engine,
    1,
    base.columns.filter((column) => column.name === '名称' || column.name === '推荐人').map((column) => column.id),
  )
  expect(cells.toSorted((left, right) => String(left[0]).localeCompare(String(right[0])))).toEqual(
    [
      ['丙', '乙'],
      ['庚', null],
      ['甲', '丙'],
      ['乙', '甲'],
    ].toSorted((left, right) => String(left[0]).localeCompare(String(right[0]))),
  )
})

test('two sheets that refer to each other', async () => {
  const { engine } = temporaryBase()
  const sheets = [
    {
      name: '客户',
      rows: [
        ['名称', '主要联系人'],
        ['甲公司', '张三'],
        ['乙公司', '没有此人'],
      ],
    },
    {
      name: '联系人',
      rows: [
        ['姓名', '公司'],
        ['张三', '甲公司'],
        ['李四', '乙公司'],
      ],
    },
  ]
  const plan = planFor(sheets, [
    { table: { newTable: '客户' }, targets: [fresh('名称'), { kind: 'newLink', name: '主要联系人', sheet: '联系人', matchIndex: 0 }] },
    { table: { newTable: '联系人' }, targets: [fresh('姓名'), { kind: 'newLink', name: '公司', sheet: '客户', matchIndex: 0 }] },
  ])
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets).toMatchObject([
    { added: 1, rejected: 1 },
    { added: 1, rejected: 1 },
  ])
  expect(result.rejections.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([
    ['客户', 3, 'unknownLink'],
    ['联系人', 3, 'unknownLink'],
  ])
})

test('updating replaces the links a cell names, and an empty cell keeps them', async () => {
  const { engine, book } = await bookWithCustomers()
  const ids = valueOf(
    await engine.run('rows.insert', {
      tableId: book.followUps.id,
      rows: ['一', '二'].map((content) => ({
        cells: [{ columnId: book.content.id, value: content }],
        links: [{ columnId: book.link.column.id, rowIds: [1] }],
      })),
    }),
  ).ids
  expect(ids).toHaveLength(2)
  const plan = planFor(
    [
      {
        name: '跟进',
        rows: [
          ['内容', '客户'],
          ['一', '北京华盛'],
          ['二', null],
        ],
      },
    ],
    [{ table: { tableId: book.followUps.id }, mode: 'update', matchIndexes: [0], targets: [to(book.content.id), to(book.link.column.id)] }],
  )
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await cellsOf(engine, book.followUps.id, [book.content.id, book.link.column.id])).toEqual([
    ['一', '北京华盛'],
    ['二', '上海博远'],
  ])
})

test('links stand in the order of the sheet: of new rows, of rows updated, and where only the order differs', async () => {
  const { engine, book } = await bookWithCustomers()
  const rows = ['一', '二', '三'].map((content) => ({ cells: [{ columnId: book.content.id, value: content }] }))
  valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows }))
  const run = async (mode: 'add' | 'update', lines: Cell[][]) => {
    const targets = [to(book.name.id), to(book.link.inverse.id)]
    const plan = planFor(
      [{ name: '客户', rows: [['客户名称', '跟进'], ...lines] }],
      [{ table: { tableId: book.customers.id }, mode, ...(mode === 'update' ? { matchIndexes: [0] } : {}), targets }],
    )
    return valueOf(await engine.run('import.run', plan)).sheets[0]
  }
  const cell = async (name: string) =>
    (await cellsOf(engine, book.customers.id, [book.name.id, book.link.inverse.id])).find(([title]) => title === name)?.[1]
  await run('add', [['新客户', '三、一']])
  expect(await cell('新客户')).toBe('三、一')
  expect(await run('update', [['新客户', '二、三、一']])).toMatchObject({ updated: 1 })
  expect(await cell('新客户')).toBe('二、三、一')
  expect(await run('update', [['新客户', '一、三、二']])).toMatchObject({ updated: 1 })
  expect(await cell('新客户')).toBe('一、三、二')
  expect(await run('update', [['新客户', '一、三、二']])).toMatchObject({ updated: 0, unchanged: 1 })
})
