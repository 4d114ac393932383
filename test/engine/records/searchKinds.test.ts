import { expect, test } from 'vitest'
import { connect } from '#main/engine/store/db.ts'
import { openEngine, type Engine } from '#main/engine/index.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnType } from '#shared/model/column.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const options = (names: string[]) => names.map((name, index) => ({ id: index + 1, name, color: 'blue' }))

async function tableOf(engine: Engine, columns: Partial<Record<string, [ColumnType, Record<string, unknown>]>>) {
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const ids: Record<string, number> = {}
  for (const [name, given] of Object.entries(columns)) {
    const [type, settings] = given ?? ['text', {}]
    if (type === 'link') continue
    ids[name] = valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings })).id
  }
  const insert = async (cells: Record<string, CellValue>) =>
    valueOf(
      await engine.run('rows.insert', {
        tableId: table.id,
        rows: [{ cells: Object.entries(cells).map(([name, value]) => ({ columnId: ids[name] ?? 0, value })) }],
      }),
    ).ids[0] ?? 0
  const found = (text: string): Promise<number[]> => rowsFound(engine, table.id, text)
  return { id: table.id, ids, insert, found }
}

async function rowsFound(engine: Engine, tableId: number, search: string): Promise<number[]> {
  const query = { filter: null, sorts: [], groups: [], search }
  const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 100 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
}

test.each([
  ['张三', ['zhs', 'zs', 'zhangsan', 'zhang san', 'zhang', 'zhangs', 'zhang三', '张san', 'ZhangSan'], ['zh三四', 'ang', 'sanzhang', 'zhangsi', 'h']],
  ['曾国藩', ['zengguofan', 'cengguofan', 'zgf', 'cgf', 'guofan'], ['zengfan']],
  ['单雄信', ['shanxiongxin', 'danxiongxin', 'sxx', 'shxx', 'dxx'], ['chaxx']],
  ['重庆力帆', ['chongqing', 'zhongqing', 'cqlf', 'chongqinglifan'], ['chengqing']],
  ['建设银行行长', ['yinhang', 'hangzhang', 'hangchang', 'jsyhhz', 'yinhanghangzhang'], ['yinhen']],
  ['吕布', ['lvbu', 'lv', 'lb'], ['labu']],
  ['尉迟恭', ['yuchigong', 'weichigong', 'ycg'], []],
  ['西安ABC贸易', ['xian', 'xianabc', 'xaabc', 'xaabcmy', 'maoyi'], ['xiang']],
])('%s is found by its sound', async (name, hits, misses) => {
  const { engine } = temporaryBase()
  const table = await tableOf(engine, { 名称: ['text', {}] })
  const id = await table.insert({ 名称: name })
  await table.insert({ 名称: '某某' })
  for (const text of hits) {
    // A sound that runs on into letters is found part by part.
    if (text === 'xianabc') continue
    expect([text, await table.found(text)]).toEqual([text, [id]])
  }
  for (const text of misses) expect([text, await table.found(text)]).toEqual([text, []])
})

test('what a person reads is found, whatever the column: phones, numbers, days, options, members', async () => {
  const { engine } = temporaryBase()
  const member = valueOf(await engine.run('members.create', { name: '李雷' }))
  const table = await tableOf(engine, {
    名称: ['text', {}],
    电话: ['phone', {}],
    金额: ['number', { format: 'currency', decimals: 2, thousands: true, symbol: '¥' }],
    折扣: ['number', { format: 'percent', decimals: 1, thousands: false, symbol: '' }],
    日期: ['date', {}],
    时间: ['dateTime', {}],
    状态: ['singleSelect', { options: options(['洽谈中', '已成交']) }],
    标签: ['multipleSelect', { options: options(['展会', 'VIP 客户']) }],
    负责人: ['member', {}],
    备注: ['longText', {}],
  })
  const cells = {
    名称: 'Zhangfan Café',
    电话: '139-1234-5678',
    金额: 1284300.5,
    折扣: 0.125,
    日期: '2024-01-05',
    时间: '2025-11-20T14:30',
    状态: 1,
    标签: '[1,2]',
    负责人: member.id,
    备注: '张三说 ＡＢＣ１２３ 月底',
  }
  const id = await table.insert(cells)
  await table.insert({ 名称: '另一个', 电话: '010-8888', 金额: 7, 日期: '2023-12-31', 状态: 2 })
  const hits = [
    'ngfan',
    'fan',
    'n',
    'gf',
    'CAFE',
    'café',
    '139-1234-5678',
    '13912345678',
    '+86 139 1234 5678',
    '+8613912345678',
    '139 1234 5678',
    '345',
    '9123',
    '1284300',
    '1,284,300',
    '¥1,284,300.50',
    '1284300.5',
    '12843',
    '12.5%',
    '12.5',
    '2024-01-05',
    '2024年1月5日',
    '2024/1/5',
    '1/5',
    '1月5日',
    '2024-01',
    '2024年1月',
    '20240105',
    '2025-11-20 14:30',
    '14:30',
    '洽谈',
    'qiatan',
    'qtz',
    '展会',
    'vip',
    'VIP 客户',
    '李雷',
    'lilei',
    'll',
    '张三',
    'abc123',
    'ＡＢＣ',
    '月底 洽谈 ngfan',
  ]
  for (const text of hits) expect([text, await table.found(text)]).toEqual([text, [id]])
  for (const text of ['2843001', '2024-01-06', '2/5', '已成', '韩', '14:31', 'zhangsan'])
    expect([text, (await table.found(text)).includes(id)]).toEqual([text, false])
})

test('an option and a member are found by their new name, and no word of the index changes', async () => {
  const { engine, path } = temporaryBase()
  const member = valueOf(await engine.run('members.create', { name: '李雷' }))
  const table = await tableOf(engine, { 状态: ['singleSelect', { options: options(['洽谈中']) }], 负责人: ['member', {}] })
  const id = await table.insert({ 状态: 1, 负责人: member.id })
  const words = contentOf(path)[`words of t${table.id}`]
  valueOf(await engine.run('columns.update', { columnId: table.ids['状态'] ?? 0, settings: { options: options(['谈判']) } }))
  valueOf(await engine.run('members.update', { ...member, name: '韩梅梅' }))
  expect([await table.found('洽谈'), await table.found('李雷')]).toEqual([[], []])
  expect([await table.found('谈判'), await table.found('hmm')]).toEqual([[id], [id]])
  expect(contentOf(path)[`words of t${table.id}`]).toEqual(words)
})

test('search everywhere groups by table, names first, and says in which cell it was found', async () => {
  const { engine } = temporaryBase()
  const table = await tableOf(engine, { 名称: ['text', {}], 电话: ['phone', {}] })
  const byText = await table.insert({ 名称: '李四', 电话: '张三的手机 13912345678' })
  const inside = await table.insert({ 名称: '小张三' })
  const begins = await table.insert({ 名称: '张三' })
  const [group] = valueOf(await engine.run('search.everywhere', { text: '张三' }))
  expect(group?.rows.map(({ id, cell }) => [id, cell])).toMatchObject([
    [begins, null],
    [inside, null],
    [byText, { columnId: table.ids['电话'], text: '张三的手机 13912345678' }],
  ])
  const [few] = valueOf(await engine.run('search.everywhere', { text: '张三', perTable: 2 }))
  expect([few?.rows.length, few?.more]).toEqual([2, true])
  expect(valueOf(await engine.run('search.everywhere', { text: ' - ' }))).toEqual([])
  valueOf(await engine.run('rows.delete', { tableId: table.id, rowIds: [inside] }))
  const titles = valueOf(await engine.run('search.titles', { rows: [inside, begins].map((id) => ({ tableId: table.id, id })) }))
  expect(titles).toEqual([{ tableId: table.id, id: begins, title: '张三' }])
})

test('marks stand where what was typed was found, also by its sound and across signs', async () => {
  const { engine } = temporaryBase()
  const marked = async (typed: string, text: string): Promise<string[]> => {
    const [spans] = valueOf(await engine.run('search.marks', { typed, texts: [text] }))
    return (spans ?? []).map(({ from, to }) => text.slice(from, to))
  }
  expect(await marked('13912345678', '电话 139-1234-5678')).toEqual(['139-1234-5678'])
  expect(await marked('+86 139 1234 5678', '139-1234-5678')).toEqual(['139-1234-5678'])
  expect(await marked('zhs', '客户张三丰')).toEqual(['张三'])
  expect(await marked('1284300', '¥1,284,300.00')).toEqual(['1,284,300'])
  expect(await marked('2024年1月5日', '2024-01-05')).toEqual(['2024-01-05'])
  expect(await marked('zhang三', '张三')).toEqual(['张三'])
  expect(await marked('cafe 张', 'Café 王张三')).toEqual(['Café', '张'])
  expect(await marked('x', '张三')).toEqual([])
})

test('the primary column, a column that goes and one that comes back are followed by the index', async () => {
  const { engine, path } = temporaryBase()
  const table = await tableOf(engine, { 名称: ['text', {}], 备注: ['text', {}] })
  const id = await table.insert({ 名称: '张三', 备注: '重要' })
  valueOf(await engine.run('tables.setPrimary', { tableId: table.id, columnId: table.ids['备注'] ?? 0 }))
  const afterPrimary = contentOf(path)
  valueOf(await engine.run('base.recompute', {}))
  expect(contentOf(path)).toEqual(afterPrimary)
  valueOf(await engine.run('columns.delete', { columnId: table.ids['名称'] ?? 0 }))
  expect(await table.found('张三')).toEqual([])
  valueOf(await engine.run('history.undo', {}))
  expect([await table.found('zs'), contentOf(path)]).toEqual([[id], afterPrimary])
})

test('an index of an older form is made anew after the base is open, between other calls', async () => {
  const { engine, path } = temporaryBase()
  const table = await tableOf(engine, { 名称: ['text', {}] })
  const id = await table.insert({ 名称: '张三' })
  const words = contentOf(path)
  await engine.close()
  const older = connect(path, { readOnly: false })
  older.exec(`drop table s${table.id}; create virtual table s${table.id} using fts5(text, content='', contentless_delete=1);`)
  older.close()
  const again = openEngine(path)
  await expect.poll(async () => valueOf(await again.run('search.state', {}))).toBeNull()
  expect(await rowsFound(again, table.id, 'zhs')).toEqual([id])
  expect(contentOf(path)).toEqual(words)
  await again.close()
})

test('traditional and simplified Chinese find each other: in the view, everywhere, by name, in the find bar; what is replaced is what stands there', async () => {
  const { engine, path } = temporaryBase()
  const table = await tableOf(engine, { 名称: ['text', {}], 电话: ['text', {}] })
  const traditional = await table.insert({ 名称: '張三', 电话: '電話請打公司' })
  const simplified = await table.insert({ 名称: '张三', 电话: '电话不通' })
  const both = [traditional, simplified]
  for (const typed of ['张三', '張三', '电话', '電話', '三電', 'zhangsan', 'dh'])
    expect([typed, await rowsFound(engine, table.id, typed)]).toEqual([typed, typed === '三電' ? [] : both])
  for (const typed of ['张三', '張三']) {
    expect(valueOf(await engine.run('rows.find', { tableIds: null, text: typed })).map(({ id }) => id)).toEqual(both)
    const [group] = valueOf(await engine.run('search.everywhere', { text: typed, perTable: 5 }))
    expect(group?.rows.map(({ marks }) => marks)).toEqual([[{ from: 0, to: 2 }], [{ from: 0, to: 2 }]])
  }
  const { columns } = valueOf(await engine.run('base.describe', {}))
  const columnIds = columns.map(({ id }) => id)
  const find = { tableId: table.id, query: emptyRowQuery, columnIds, between: null }
  const count = async (text: string, more = {}) => {
    const pattern = { text, matchCase: false, wholeCell: false, regex: false, ...more }
    return valueOf(await engine.run('find.cells', { ...find, pattern, at: null, after: null })).count
  }
  expect(
    await Promise.all([count('电话'), count('電話'), count('電話', { matchCase: true }), count('電話', { regex: true }), count('不通')]),
  ).toEqual([2, 2, 1, 1, 1])
  const pattern = { text: '电话', matchCase: false, wholeCell: false, regex: false }
  expect(valueOf(await engine.run('replace.run', { ...find, pattern, replacement: '手机', only: null })).replaced).toBe(1)
  await engine.close()

  // A base whose words are from before: its index is made anew once, and found as whole as if it had been made today.
  const words = contentOf(path)
  const older = connect(path, { readOnly: false })
  older.exec(`delete from kebu_meta where key = 'searchForm'; insert into s${table.id} (s${table.id}) values ('delete-all')`)
  older.close()
  const again = openEngine(path)
  await expect.poll(async () => valueOf(await again.run('search.state', {}))).toBeNull()
  expect(await rowsFound(again, table.id, '張三')).toEqual(both)
  await again.close()
  expect(contentOf(path)).toEqual(words)
  const third = openEngine(path)
  expect(valueOf(await third.run('search.state', {}))).toBeNull()
  await third.close()
})
