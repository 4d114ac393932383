import { expect, test } from 'vitest'
import { guessType } from '#main/engine/exchange/inspect/guessType.ts'
import { codeKind, formatKind } from '#main/engine/exchange/read/numberFormat.ts'
import type { RawCell } from '#main/engine/exchange/read/workbook.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'
import { proposedPlan } from './support/planning.ts'

const many = (cells: RawCell[], times = 12): RawCell[] => Array.from({ length: times }, () => cells).flat()

test.each<[string, string, RawCell[]]>([
  ['date', '建档日期', [{ date: '2024-03-05' }, '2024/3/6', 20_240_307, '2024年3月8日']],
  ['date', '生日', [45_356, 45_357]],
  ['dateTime', '跟进时间', [{ date: '2024-03-05T09:30' }, '2024-3-5 14:30', '2024/3/6']],
  ['date', '任意', ['2024-03-05', '2024-03-06']],
  ['number', '数量', [1, 2, '3,000']],
  ['currency', '合计', [1200.5, '￥1,234.50', '300元']],
  ['currency', '任意', ['￥1', '￥2.5']],
  ['percent', '折扣', ['85%', '90%']],
  ['phone', '电话', ['13800138000', '021-55556666', 13_900_139_000]],
  ['phone', '任意', [13_800_138_000, 13_900_139_000]],
  ['email', '邮箱', ['a@example.com', 'b＠example.com']],
  ['checkbox', '是否会员', ['是', '否', true]],
  ['checkbox', '任意', ['√', '×']],
  ['address', '地址', ['张江路500弄', '文三路90号']],
  ['address', '任意', ['浙江省杭州市西湖区文三路90号', '上海市浦东新区张江路500弄']],
  ['text', '信用代码', ['91310000MA1K', '913100000000000001']],
  ['text', '任意', ['007', '008', '120']],
  ['text', '身份证号', [110_101_199_003_070_000]],
  ['text', 'InvoiceNo', ['536365', 'C536379']],
  ['text', '任意', ['甲', 1, 2, '2024-03-05']],
  ['text', '空', []],
])('%s: %s %j', (type, header, cells) => {
  expect(guessType(header, cells, undefined, '2024-06-01')).toBe(type)
})

test('few words that come again and again are choices; long ones are notes', () => {
  expect(guessType('客户状态', many(['新建', '跟进中']), undefined, '2024-06-01')).toBe('singleSelect')
  expect(guessType('任意', many(['甲级', '乙级']), undefined, '2024-06-01')).toBe('singleSelect')
  expect(guessType('标签', many(['重点、老客户', '重点']), undefined, '2024-06-01')).toBe('multipleSelect')
  expect(guessType('任意', many(['第一行\n第二行']), undefined, '2024-06-01')).toBe('longText')
  expect(guessType('备注', ['客户甲', '客户乙', '客户丙'], undefined, '2024-06-01')).toBe('longText')
})

test('a doubtful cell or two do not hide what a headed column is; without a header they do', () => {
  const amounts = [...Array.from({ length: 20 }, (_, index) => 100.5 + index), '待定']
  expect(guessType('金额', amounts, undefined, '2024-06-01')).toBe('currency')
  expect(guessType('任意', amounts, undefined, '2024-06-01')).toBe('text')
})

test('number formats: dates, also Chinese ones by number, money, percent, zeros; letters in quotes are none', () => {
  expect([14, 22, 27, 31, 36, 50, 57, 58].map((id) => formatKind(id, undefined).kind)).toEqual(Array.from({ length: 8 }, () => 'date'))
  expect([0, 1, 4, 9, 44, 46, 49].map((id) => formatKind(id, undefined).kind)).toEqual([
    'number',
    'number',
    'number',
    'percent',
    'currency',
    'duration',
    'number',
  ])
  const kinds = {
    'yyyy"年"m"月"d"日";@': 'date',
    '[$-F800]dddd, mmmm dd, yyyy': 'date',
    '上午/下午h"时"mm"分"': 'date',
    'm/d': 'date',
    '[h]:mm': 'duration',
    '"￥"#,##0.00': 'currency',
    '[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00': 'currency',
    '0.0%': 'percent',
    '000000': 'zeros',
    General: 'number',
    'G/通用格式': 'number',
    '[Red]0.00': 'number',
    '0.00"days"': 'number',
    '#,##0_);(#,##0)': 'number',
    '0.00E+00': 'number',
    '@': 'number',
  }
  expect(Object.fromEntries(Object.keys(kinds).map((code) => [code, codeKind(code).kind]))).toEqual(kinds)
})

test('a sheet in another language finds the tables of the book too', async () => {
  const book = await customerBook({ today: '2024-06-01', lang: 'en' })
  const path = fileOf('orders.csv', 'Order ID,Company Name,Order Date,Amount\n1,Acme,2024-03-05,$12.50\n2,Bolt,2024-03-06,$9\n')
  const [sheet] = valueOf(await book.engine.run('import.inspect', { path })).sheets
  expect(sheet?.suggestedTableId).toBe(book.table('order'))
  expect(sheet?.columns.map((column) => book.base.columns.find((each) => each.id === column.guess.columnId)?.role)).toEqual([
    'order.number',
    'order.customer',
    'order.date',
    'order.amount',
  ])
})

test('the first rows are shown, and a header that a person points at is taken', async () => {
  const { engine } = temporaryBase()
  const path = fileOf('名单.csv', '张三,跟进中,2024-03-05\n姓名,状态,日期\n李四,跟进中,2024-03-06\n\n王五,已成交,2024-03-07\n')
  const found = valueOf(await engine.run('import.inspect', { path })).sheets[0]
  expect(found?.headerRow).toBeNull()
  expect(found?.topRows?.[0]).toEqual(['张三', '跟进中', '2024-03-05'])
  const [pointed] = valueOf(await engine.run('import.inspect', { path, headerRows: [{ sheet: '名单', row: 1 }] })).sheets
  expect(pointed).toMatchObject({ headerRow: 1, rowCount: 2 })
  expect(pointed?.columns.map(({ header, samples, guess }) => [header, samples, guess.type])).toEqual([
    ['姓名', ['李四', '王五'], 'text'],
    ['状态', ['跟进中', '已成交'], 'text'],
    ['日期', ['2024-03-06', '2024-03-07'], 'date'],
  ])
})

test('a file of rejected rows is read without the reasons and numbers that were put behind its columns', async () => {
  const { engine } = temporaryBase()
  const path = fileOf('客户.csv', '客户名称,日期\n上海博远,2024-03-05\n北京华盛,下周三\n')
  const first = await proposedPlan(engine, path)
  const plan = {
    ...first,
    sheets: first.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) =>
        column.index === 1 ? { ...column, target: { kind: 'new' as const, name: '日期', type: 'date' as const } } : column,
      ),
    })),
  }
  const { rejectionFile } = valueOf(await engine.run('import.run', plan))
  const [sheet] = valueOf(await engine.run('import.inspect', { path: rejectionFile ?? '' })).sheets
  expect(sheet?.columns.map((column) => [column.header, column.samples])).toEqual([
    ['客户名称', ['北京华盛']],
    ['日期', ['下周三']],
  ])
})

test('orders of a book without customers bring their customers along; lines that mostly name none become a table of their own', async () => {
  const book = await customerBook({ today: '2024-06-01' })
  const lines = (count: number, named: number): string =>
    [
      '订单号,客户,日期,金额',
      ...Array.from({ length: count }, (_, index) => `${index},${index % 10 < named ? `客户${index % 3}` : ''},2024-03-05,${index}.5`),
    ].join('\n')
  const full = await proposedPlan(book.engine, fileOf('订单.csv', lines(50, 10)))
  expect(full.sheets[0]).toMatchObject({ table: { tableId: book.table('order') }, missingLinks: 'create' })
  const result = valueOf(await book.engine.run('import.run', full))
  expect(result.sheets[0]).toMatchObject({ added: 50, rejected: 0 })
  expect(result.created?.linkedRows).toBe(3)
  const thin = await proposedPlan(book.engine, fileOf('流水.csv', lines(50, 7)))
  expect(thin.sheets[0]?.table).toEqual({ newTable: '流水' })
  // Now that there are customers, one that is not among them is doubtful.
  expect((await proposedPlan(book.engine, fileOf('订单.csv', lines(50, 10)))).sheets[0]?.missingLinks).toBe('reject')
})
