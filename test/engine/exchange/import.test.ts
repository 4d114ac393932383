import { expect, test } from 'vitest'
import type { ImportPlan, SheetPlan } from '#shared/contract/exchange.ts'
import { workbook, type Cell } from '../../fixtures/make/workbook.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'
import { bookWithCustomers, cellsOf, fresh, planFor, to } from './support/plans.ts'

const rows: Cell[][] = [
  ['客户名称', '状态'],
  ['上海博远 ', '已成交'],
  ['北京 华盛', null],
  ['广州天成', '洽谈中'],
  ['双胞胎', '新建'],
  [null, '新建'],
  ['ABC公司', '新建'],
  ['ａｂｃ公司', '洽谈中'],
]
const keyed = (book: Awaited<ReturnType<typeof bookWithCustomers>>['book'], mode: SheetPlan['mode']) =>
  planFor(
    [{ name: '客户', rows }],
    [{ table: { tableId: book.customers.id }, mode, matchIndexes: [0], targets: [to(book.name.id), to(book.status.id)] }],
  )
test('add or update: known names are updated, others added, doubtful ones rejected; blanks leave what is there', async () => {
  const { engine, book, customers } = await bookWithCustomers()
  const result = valueOf(await engine.run('import.run', keyed(book, 'addOrUpdate')))
  expect(result.sheets[0]).toMatchObject({ read: 7, added: 2, updated: 1, unchanged: 1, rejected: 3, blank: 0 })
  expect(result.rejections.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
    [5, '客户名称', '双胞胎', 'ambiguousMatch'],
    [6, '客户名称', '', 'missingKey'],
    [8, '客户名称', 'ａｂｃ公司', 'duplicateInFile'],
  ])
  expect(await customers()).toEqual([
    ['上海博远', 3],
    ['北京华盛', 2],
    ['双胞胎', 1],
    ['双胞胎', 2],
    ['广州天成', 2],
    ['ABC公司', 1],
  ])
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
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: table.id,
      name: '意向',
      multiple: true,
      otherTableId: other.id,
      otherName: '客户',
      otherMultiple: true,
    }),
  )
  const before = contentOf(path)
  const sheets = [
    {
      name: '客户',
      rows: [
        ['状态', '负责人', '意向', '日期'],
        ['新状态', '新人', '阀门、泵', '没有这一天'],
      ],
    },
  ]
  const plan = planFor(sheets, [
    { table: { tableId: table.id }, missingLinks: 'create', targets: [to(status.id), to(owner.id), to(link.column.id), to(day.id)] },
  ])
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 0, rejected: 1 })
  expect(contentOf(path)).toEqual(before)

  const good = planFor(
    [
      {
        name: '客户',
        rows: [
          ['状态', '负责人', '意向', '日期'],
          ['新状态', '新 人', '阀门、泵', '2024-03-05'],
          ['新状态', '新人', '泵', 20_240_306],
        ],
      },
    ],
    [{ table: { tableId: table.id }, missingLinks: 'create', targets: [to(status.id), to(owner.id), to(link.column.id), to(day.id)] }],
  )
  const result = valueOf(await engine.run('import.run', good))
  expect(result.created).toEqual({ members: ['新人'], linkedRows: 2 })
  expect(await cellsOf(engine, table.id, [status.id, owner.id, link.column.id, day.id])).toEqual([
    [1, 1, '阀门、泵', '2024-03-05'],
    [1, 1, '泵', '2024-03-06'],
  ])
  expect(await cellsOf(engine, other.id, [name.id])).toEqual([['阀门'], ['泵']])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('new rows keep the numbers of the sheet, blanks are numbered, and no number is given twice', async () => {
  const { engine, book } = await bookWithCustomers()
  const sheets = [
    {
      name: '客户',
      rows: [
        ['编号', '名称'],
        ['C-001', '甲'],
        [null, '乙'],
        ['KH-202406-0009', '丙'],
        ['KH-202406-0001', '上海博远'],
      ],
    },
    {
      name: '跟进',
      rows: [
        ['客户编号', '内容'],
        ['c-001', '按自己的编号'],
      ],
    },
  ]
  const plan = planFor(sheets, [
    { table: { tableId: book.customers.id }, mode: 'addOrUpdate', matchIndexes: [1], targets: [to(book.number.id), to(book.name.id)] },
    { table: { tableId: book.followUps.id }, targets: [to(book.link.column.id, book.number.id), to(book.content.id)] },
  ])
  const preview = valueOf(await engine.run('import.preview', plan))
  const result = valueOf(await engine.run('import.run', plan))
  expect(preview.sheets).toEqual(result.sheets)
  expect(result.sheets).toMatchObject([{ added: 3, unchanged: 1 }, { added: 1 }])
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: '丁' }] }] }))
  expect(await cellsOf(engine, book.customers.id, [book.name.id, book.number.id])).toEqual([
    ['上海博远', 'KH-202406-0001'],
    ['北京华盛', 'KH-202406-0002'],
    ['双胞胎', 'KH-202406-0003'],
    ['双胞胎', 'KH-202406-0004'],
    ['甲', 'C-001'],
    ['乙', 'KH-202406-0010'],
    ['丙', 'KH-202406-0009'],
    ['丁', 'KH-202406-0011'],
  ])
  expect(await cellsOf(engine, book.followUps.id, [book.link.column.id])).toEqual([['甲']])
})

test('rows are found by the number the engine gave, which is not rewritten', async () => {
  const { engine, book, customers } = await bookWithCustomers()
  const plan = planFor(
    [
      {
        name: '客户',
        rows: [
          ['编号', '状态'],
          ['KH-202406-0001', '已成交'],
          ['KH-202406-9999', '新建'],
        ],
      },
    ],
    [{ table: { tableId: book.customers.id }, mode: 'update', matchIndexes: [0], targets: [to(book.number.id), to(book.status.id)] }],
  )
  const result = valueOf(await engine.run('import.run', plan))
  expect(result.sheets[0]).toMatchObject({ updated: 1, rejected: 1 })
  expect((await customers())[0]).toEqual(['上海博远', 3])
})

test('a value merged over several rows belongs to each of them', async () => {
  const { engine } = temporaryBase()
  const file = workbook([
    { name: '跟进', rows: [['客户', '内容'], ['甲', '1'], [null, '2'], [null, '3'], ['乙', '4'], null, [null, '5']], merges: ['A2:A4', 'A5:A6'] },
  ])
  const plan: ImportPlan = {
    path: fileOf('合并.xlsx', file),
    encoding: null,
    sheets: [
      {
        sheet: '跟进',
        headerRow: 0,
        table: { newTable: '跟进' },
        mode: 'add',
        matchIndexes: [],
        missingLinks: 'reject',
        columns: [
          { index: 0, target: fresh('客户') },
          { index: 1, target: fresh('内容') },
        ],
      },
    ],
  }
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ read: 6, added: 5, blank: 1 })
  expect(await cellsOf(engine, 1, [1, 2])).toEqual([
    ['甲', '1'],
    ['甲', '2'],
    ['甲', '3'],
    ['乙', '4'],
    [null, '5'],
  ])
})

test('a required column must be filled by new rows', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '名称', type: 'text', settings: {}, required: true }))
  const phone = valueOf(await engine.run('columns.create', { tableId: table.id, name: '电话', type: 'phone', settings: {} }))
  const plan = planFor(
    [
      {
        name: '客户',
        rows: [
          ['名称', '电话'],
          ['甲', '1'],
          ['  ', '13800138000'],
        ],
      },
    ],
    [{ table: { tableId: table.id }, targets: [to(name.id), to(phone.id)] }],
  )
  expect(valueOf(await engine.run('import.run', plan)).rejections).toEqual([
    { sheet: '客户', row: 3, column: '名称', value: '  ', reason: 'missingRequired' },
  ])
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
  expect(codes).toEqual([
    'import.nothingMapped',
    'import.noMatchKey',
    'column.notFound',
    'table.notFound',
    'import.sheetNotFound',
    'column.nameTaken',
  ])
  expect(contentOf(path)).toEqual(before)
})
