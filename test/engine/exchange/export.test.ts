import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { readXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnType } from '#shared/model/column.ts'
import { rawText } from '#main/engine/exchange/read/rawText.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { rowsOf } from './support/files.ts'

const options = (names: string[]) => names.map((name, index) => ({ id: index + 1, name, color: 'blue' }))

/** A table with a column of every type a person fills, and a table it links to. */
async function everyType(engine: Engine) {
  const create = async (tableId: number, name: string, type: Exclude<ColumnType, 'link'>, settings: Record<string, unknown> = {}): Promise<Column> =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings }))
  for (const name of ['王芳', '李雷']) valueOf(await engine.run('members.create', { name }))
  const products = valueOf(await engine.run('tables.create', { name: '产品' }))
  const product = await create(products.id, '产品名称', 'text')
  valueOf(
    await engine.run('rows.insert', {
      tableId: products.id,
      rows: ['阀门', '泵、管件', '垫片'].map((name) => ({ cells: [{ columnId: product.id, value: name }] })),
    }),
  )
  const table = valueOf(await engine.run('tables.create', { name: '客户/报价' }))
  const columns = [
    await create(table.id, '名称', 'text'),
    await create(table.id, '说明', 'longText'),
    await create(table.id, '数量', 'number', { format: 'plain', decimals: 2, thousands: false, symbol: '' }),
    await create(table.id, '折扣', 'number', { format: 'percent', decimals: 1, thousands: false, symbol: '' }),
    await create(table.id, '金额', 'number', { format: 'currency', decimals: 2, thousands: true, symbol: '￥' }),
    await create(table.id, '会员', 'checkbox'),
    await create(table.id, '日期', 'date'),
    await create(table.id, '时间', 'dateTime'),
    await create(table.id, '状态', 'singleSelect', { options: options(['新建', '=跟进', 'A、B']) }),
    await create(table.id, '标签', 'multipleSelect', { options: options(['重点', '老客户', '甲、乙']) }),
    await create(table.id, '负责人', 'member'),
    await create(table.id, '电话', 'phone'),
    await create(table.id, '邮箱', 'email'),
    await create(table.id, '地址', 'address'),
  ]
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: table.id,
      name: '产品',
      multiple: true,
      otherTableId: products.id,
      otherName: '报价',
      otherMultiple: true,
    }),
  )
  return { table, columns, link: link.column }
}

const members = [
  { id: 1, uid: '1', name: '王芳', color: 'blue', active: true },
  { id: 2, uid: '2', name: '李雷', color: 'blue', active: true },
]
const context = { lang: 'zh-CN', members, today: '2024-06-01' } as const

const anyText = fc.string({
  unit: fc.constantFrom(
    '客',
    '户',
    'a',
    'B',
    '0',
    '1',
    ' ',
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '\n',
    '，',
    '。',
    '#',
    '&',
    '<',
    '_x0041_',
    '😀',
    '\t',
    '（',
    '％',
    '.',
  ),
  maxLength: 12,
})
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const moment = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19).replace('T', ' '))
const amount = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.integer(),
  fc.constantFrom(0.1, 1e-7, 123_456_789.012_345_67),
)

/** What a person might have in the cells of a row, as the columns keep it. */
function cellOf(column: Column): fc.Arbitrary<CellValue> {
  const typed = (texts: fc.Arbitrary<string>): fc.Arbitrary<CellValue> =>
    texts.map((text) => {
      const parsed = parseCell(column, text, context)
      return parsed.ok ? parsed.value : null
    })
  switch (column.type) {
    case 'number':
      return column.settings.format === 'currency'
        ? fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100)
        : amount.map((value) => value + 0)
    case 'checkbox':
      return fc.constantFrom(0, 1, null)
    case 'date':
      return typed(day)
    case 'dateTime':
      return typed(moment)
    case 'singleSelect':
      return fc.constantFrom(1, 2, 3, null)
    case 'multipleSelect':
      return fc.subarray([1, 2, 3]).map((ids) => (ids.length === 0 ? null : JSON.stringify(ids)))
    case 'member':
      return fc.constantFrom(1, 2, null)
    case 'email':
      return fc.constantFrom('a@example.com', '-b@example.com', null)
    case 'address':
      return typed(fc.constantFrom('浙江省杭州市西湖区文三路90号', '上海市浦东新区张江路', '=某地', '', '香港中环'))
    case 'phone':
      return typed(fc.constantFrom('13800138000', '021-5555 6666', '+1 415 555 0100', '007', ''))
    // A failed formula's text cannot be told from a failed formula.
    default:
      return typed(anyText.filter((text) => !text.includes('#')))
  }
}

type Book = Awaited<ReturnType<typeof everyType>>
const exported = [
  ['xlsx', 'utf-8'],
  ['csv', 'utf-8'],
  ['csv', 'gb18030'],
] as const

async function exportTo(engine: Engine, book: Book, format: 'xlsx' | 'csv', encoding: 'utf-8' | 'gb18030', folder: string): Promise<string> {
  const columnIds = [...book.columns, book.link].map((column) => column.id)
  const path = join(folder, `报价.${format}`)
  valueOf(await engine.run('export.view', { tableId: book.table.id, query: emptyRowQuery, columnIds, path, format, encoding, lang: 'zh-CN' }))
  return path
}

async function contentOf(engine: Engine, book: Book): Promise<CellValue[][]> {
  const columnIds = [...book.columns, book.link].map((column) => column.id)
  const page = valueOf(await engine.run('rows.page', { tableId: book.table.id, query: emptyRowQuery, columnIds, offset: 0, limit: 1000 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
}

test('export, then import, is the identity, for every type and format', async () => {
  const { engine } = temporaryBase({ clock: { today: () => '2024-06-01', now: () => '2024-06-01T10:00:00' } })
  const book = await everyType(engine)
  const row = fc.record({ cells: fc.tuple(...book.columns.map(cellOf)), links: fc.subarray([1, 2, 3]) })
  const folder = temporaryFolder()
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(...exported), async (rows, [format, encoding]) => {
      // A row of empty cells is a blank line, and no row.
      const kept = rows.filter(({ cells, links }) => links.length > 0 || cells.some((value) => value !== null))
      fc.pre(kept.length > 0)
      valueOf(
        await engine.run('rows.insert', {
          tableId: book.table.id,
          rows: kept.map(({ cells, links }) => ({
            cells: cells.map((value, index) => ({ columnId: book.columns[index]?.id ?? 0, value })),
            links: [{ columnId: book.link.id, rowIds: links }],
          })),
        }),
      )
      const before = await contentOf(engine, book)
      const path = await exportTo(engine, book, format, encoding, folder)
      valueOf(await engine.run('rows.delete', { tableId: book.table.id, rowIds: await idsOf(engine, book) }))
      const plan: ImportPlan = {
        path,
        encoding: null,
        sheets: [
          {
            sheet: format === 'xlsx' ? '客户 报价' : '报价',
            headerRow: 0,
            table: { tableId: book.table.id },
            mode: 'add',
            matchIndexes: [],
            missingLinks: 'reject',
            columns: [...book.columns, book.link].map((column, index) => ({
              index,
              target: { kind: 'column', columnId: column.id, matchColumnId: null },
            })),
          },
        ],
      }
      const result = valueOf(await engine.run('import.run', plan))
      expect(result.rejections).toEqual([])
      expect(await contentOf(engine, book)).toEqual(before)
      valueOf(await engine.run('rows.delete', { tableId: book.table.id, rowIds: await idsOf(engine, book) }))
    }),
    { numRuns: 60 },
  )
})

async function idsOf(engine: Engine, book: Book): Promise<number[]> {
  const page = valueOf(await engine.run('rows.page', { tableId: book.table.id, query: emptyRowQuery, columnIds: [], offset: 0, limit: 1000 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
}

async function oneRow() {
  const { engine } = temporaryBase()
  const book = await everyType(engine)
  const texts = [
    '=1+1',
    '第一行\n第二行',
    '2.5',
    '12.5%',
    '￥1,234.50',
    '是',
    '2024-03-05',
    '2024-03-05 09:30',
    '=跟进',
    '重点、甲、乙',
    '王芳',
    '013800138000',
    'a@example.com',
    '浙江省杭州市西湖区文三路90号',
  ]
  const values = book.columns.map((column, index) => {
    const parsed = parseCell(column, texts[index] ?? '', context)
    if (!parsed.ok) throw new Error(column.name)
    return { columnId: column.id, value: parsed.value }
  })
  valueOf(await engine.run('rows.insert', { tableId: book.table.id, rows: [{ cells: values, links: [{ columnId: book.link.id, rowIds: [1, 2] }] }] }))
  return { engine, book }
}

test('a workbook has types, widths, a frozen header, and text that is no formula', async () => {
  const { engine, book } = await oneRow()
  const path = await exportTo(engine, book, 'xlsx', 'utf-8', temporaryFolder())
  const [sheet] = (await readXlsx(readFileSync(path), { readStyles: true })).sheets
  expect(sheet?.name).toBe('客户 报价')
  expect(sheet?.freezePane).toMatchObject({ rows: 1 })
  expect(sheet?.columns?.every((column) => (column.width ?? 0) >= 8)).toBe(true)
  expect(sheet?.rows[1]).toEqual([
    '=1+1',
    '第一行\n第二行',
    2.5,
    0.125,
    1234.5,
    '是',
    new Date('2024-03-05T00:00Z'),
    new Date('2024-03-05T09:30Z'),
    '=跟进',
    '重点、甲、乙',
    '王芳',
    '013800138000',
    'a@example.com',
    '浙江省杭州市西湖区文三路90号',
    '阀门、泵、管件',
  ])
  const format = (column: number): string | undefined => sheet?.cells?.get(`1,${column}`)?.style?.numFmt
  expect([format(0), format(2), format(3), format(4), format(6), format(7), format(11)]).toEqual([
    '@',
    '0.00',
    '0.0%',
    '"￥"#,##0.00',
    'yyyy-mm-dd',
    'yyyy-mm-dd hh:mm',
    '@',
  ])
})

test('csv: a mark for Excel in UTF-8, GB18030 without, formulas made harmless, nothing else touched', async () => {
  const { engine, book } = await oneRow()
  const folder = temporaryFolder()
  const line =
    '\'=1+1,"第一行\n第二行",2.5,12.5%,1234.5,是,2024-03-05,2024-03-05 09:30,\'=跟进,重点、甲、乙,王芳,013800138000,a@example.com,浙江省杭州市西湖区文三路90号,阀门、泵、管件\r\n'
  const utf8 = readFileSync(await exportTo(engine, book, 'csv', 'utf-8', folder))
  expect([...utf8.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(utf8.toString('utf8').split('\r\n').slice(1).join('\r\n')).toBe(line)
  const gb = readFileSync(await exportTo(engine, book, 'csv', 'gb18030', folder))
  expect(iconv.decode(gb, 'gb18030')).toBe(utf8.subarray(3).toString('utf8'))
})

test('all linked rows are written, not only those a cell shows', async () => {
  const { engine } = temporaryBase()
  const book = await everyType(engine)
  const products = valueOf(
    await engine.run('rows.insert', {
      tableId: 1,
      rows: Array.from({ length: 30 }, (_, index) => ({ cells: [{ columnId: 1, value: `零件 ${index}` }] })),
    }),
  ).ids
  valueOf(await engine.run('rows.insert', { tableId: book.table.id, rows: [{ cells: [], links: [{ columnId: book.link.id, rowIds: products }] }] }))
  const path = await exportTo(engine, book, 'xlsx', 'utf-8', temporaryFolder())
  const cells = Object.values(await rowsOf(path))[0]?.[1]?.cells
  expect(rawText(cells?.at(-1)).split('、')).toHaveLength(30)
})

test('a place that cannot be written is one error, a cancelled export leaves no file', async () => {
  const { engine, book } = await oneRow()
  const columnIds = book.columns.map((column) => column.id)
  const folder = temporaryFolder()
  const input = { tableId: book.table.id, query: emptyRowQuery, columnIds, format: 'xlsx', lang: 'zh-CN' } as const
  const refused = await engine.run('export.view', { ...input, path: join(folder, 'nowhere', '报价.xlsx') })
  expect(refused.ok ? null : refused.failure.code).toBe('file.cannotWrite')
  const path = join(folder, '报价.xlsx')
  const cancelled = await engine.run('export.view', { ...input, path }, { cancelled: () => true })
  expect(cancelled.ok ? null : cancelled.failure.code).toBe('cancelled')
  expect(readdirSync(folder)).toEqual([])
})
