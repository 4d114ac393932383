import fc from 'fast-check'
import { streamXlsxRows } from 'hucre'
import { expect, test } from 'vitest'
import { openWorkbook } from '#main/engine/exchange/read/openWorkbook.ts'
import type { RawCell } from '#main/engine/exchange/read/workbook.ts'
import { letters, serialOf, workbook, type Cell, type Sheet } from '../../../fixtures/make/workbook.ts'
import { fileOf, rowsOf } from '../support/files.ts'

const oneRow = async (cells: Cell[], options: Parameters<typeof workbook>[1] = {}): Promise<RawCell[] | undefined> =>
  (await rowsOf(fileOf('one.xlsx', workbook([{ name: 's', rows: [cells] }], options))))['s']?.[0]?.cells

test('texts: shared, inline, rich with a reading, escaped, with line ends', async () => {
  expect(
    await oneRow([
      '上海',
      { inline: '北京 & <天津>' },
      { rich: ['广', '州'], reading: 'guangzhou' },
      '第一行\r\n第二行',
      { inline: 'a_x000D_b' },
      { xml: '<c r="{ref}" t="str"><f>A1&amp;"x"</f><v>上海x</v></c>' },
      { xml: '<c r="{ref}" t="inlineStr"><is><r><t>深</t></r><r><t xml:space="preserve"> 圳</t></r></is></c>' },
      { xml: '<c r="{ref}" t="inlineStr"><is><t/></is></c>' },
      { xml: '<c r="{ref}" t="inlineStr"><is><t><![CDATA[<raw>]]></t></is></c>' },
    ]),
  ).toEqual(['上海', '北京 & <天津>', '广州', '第一行\n第二行', 'a\rb', '上海x', '深 圳', '', '<raw>'])
})

test('numbers: as Excel writes them, exact', async () => {
  const written = [
    '0',
    '-1',
    '13800138000',
    '1234.5',
    '0.1',
    '-0.001',
    '1.1010119900307001E+17',
    '1E-7',
    '123456789012345678',
    '99999999999999.99',
    '1e308',
  ]
  const cells = await oneRow(written.map((text) => ({ xml: `<c r="{ref}"><v>${text}</v></c>` })))
  expect(cells).toEqual(written.map(Number))
})

test('dates by their format, also those that Chinese Excel names by number only', async () => {
  const serial = serialOf('2024-03-05')
  expect(
    await oneRow([
      { value: serial, style: 'date' },
      { value: serial, style: 'chineseDate' },
      { value: serial, style: 'chineseMonth' },
      { value: serial, style: 'writtenDate' },
      { value: serial, style: 'slashDate' },
      { value: serialOf('2024-03-05', '09:30'), style: 'dateTime' },
      { value: serial + 0.395_856_481_481_481_5, style: 'slashTime' },
      { value: 0.75, style: 'slashTime' },
      { iso: '2024-03-05' },
      { iso: '2024-03-05T09:30:00.000' },
      { value: 1.5, style: 'duration' },
      serial,
    ]),
  ).toEqual([
    { date: '2024-03-05' },
    { date: '2024-03-05' },
    { date: '2024-03-05' },
    { date: '2024-03-05' },
    { date: '2024-03-05' },
    { date: '2024-03-05T09:30' },
    { date: '2024-03-05T09:30:02' },
    { date: '18:00' },
    { date: '2024-03-05' },
    { date: '2024-03-05T09:30' },
    '36:00:00',
    serial,
  ])
})

test('the first days of 1900, the day that never was, and the system of 1904', async () => {
  const dates = (serials: number[]): Cell[] => serials.map((value) => ({ value, style: 'date' }))
  expect(await oneRow(dates([1, 59, 60, 61, 0, 2_958_465]))).toEqual([
    { date: '1900-01-01' },
    { date: '1900-02-28' },
    '1900-02-29',
    { date: '1900-03-01' },
    '1900-01-00',
    { date: '9999-12-31' },
  ])
  expect(await oneRow(dates([0, 1, 43_894]), { is1904: true })).toEqual([{ date: '1904-01-01' }, { date: '1904-01-02' }, { date: '2024-03-05' }])
})

test('booleans, failed formulas, zeros in front by format, percent and money', async () => {
  const path = fileOf(
    'one.xlsx',
    workbook([
      {
        name: 's',
        rows: [[true, false, { error: '#N/A' }, { value: 42, style: 'zeros' }, { value: 0.125, style: 'percent' }, { value: 9.5, style: 'money' }]],
      },
    ]),
  )
  const book = await openWorkbook(path, null)
  for await (const rows of book.sheets[0]?.rows() ?? []) expect(rows[0]?.cells).toEqual([true, false, { error: '#N/A' }, '000042', 0.125, 9.5])
  expect([...(book.sheets[0]?.looks ?? [])]).toEqual([
    [4, 'percent'],
    [5, 'currency'],
  ])
  book.close()
})

test('gaps: cells, rows and references that the file leaves out', async () => {
  const sheet: Sheet = { name: 's', rows: [['a', null, 'c'], null, [null, null, 'd'], [{ xml: '<c r="{ref}" s="3"/>' }, 'e']] }
  const rows = (await rowsOf(fileOf('gaps.xlsx', workbook([sheet]))))['s']
  expect(rows?.map((row) => [row.number, row.cells])).toEqual([
    [1, ['a', null, 'c']],
    [3, [null, null, 'd']],
    [4, [null, 'e']],
  ])
  const bare = Buffer.from(workbook([{ name: 's', rows: [[{ xml: '<c><v>1</v></c>' }, { xml: '<c/>' }, { xml: '<c><v>3</v></c>' }]] }]))
  expect((await rowsOf(fileOf('bare.xlsx', bare)))['s']?.[0]?.cells).toEqual([1, null, 3])
})

test('a namespace prefix on every element, as some report writers put it', async () => {
  const sheet: Sheet = {
    name: 's',
    rows: [['甲', 1, { inline: '乙' }, { value: serialOf('2024-03-05'), style: 'date' }, { rich: ['丙', '丁'], reading: 'x' }]],
    merges: ['A1:B2'],
  }
  const path = fileOf('prefix.xlsx', workbook([sheet], { prefix: 'x:' }))
  expect((await rowsOf(path))['s']?.[0]?.cells).toEqual(['甲', 1, '乙', { date: '2024-03-05' }, '丙丁'])
  const book = await openWorkbook(path, null)
  expect(await book.sheets[0]?.merges()).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }])
  book.close()
})

test('hidden sheets are left alone; names keep their signs', async () => {
  const sheets = await rowsOf(
    fileOf(
      'sheets.xlsx',
      workbook([
        { name: '客户 & "联系人"', rows: [['a']] },
        { name: '选项', rows: [['b']], state: 'hidden' },
        { name: '参数', rows: [['c']], state: 'veryHidden' },
      ]),
    ),
  )
  expect(Object.keys(sheets)).toEqual(['客户 & "联系人"'])
})

test('a sheet of many chunks reads the same as a small one', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row): Cell[] => [
    `客户${row}`,
    row,
    row / 100,
    row % 2 === 0,
    row % 3 === 0 ? null : { inline: `第 ${row} 行，备注` },
  ])
  const read = (await rowsOf(fileOf('large.xlsx', workbook([{ name: 's', rows }]))))['s'] ?? []
  const wanted = rows.map((_, index) => ({
    number: index + 1,
    cells: [`客户${index}`, index, index / 100, index % 2 === 0, ...(index % 3 === 0 ? [] : [`第 ${index} 行，备注`])],
  }))
  expect(JSON.stringify(read)).toBe(JSON.stringify(wanted))
})

test('cell by cell the same as an independent reader', async () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: fc.constantFrom('客', '户', 'a', 'B', '0', '&', '<', '"', ' ', '\n', '＠', '😀'), minLength: 1 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.record({ inline: fc.string({ unit: fc.constantFrom('客', 'x', '&', '>', "'"), minLength: 1 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 20 }), async (rows) => {
      const file = workbook([{ name: 's', rows }])
      const own = (await rowsOf(fileOf('random.xlsx', file)))['s'] ?? []
      const other: { number: number; cells: unknown[] }[] = []
      for await (const row of streamXlsxRows(file)) other.push({ number: row.index + 1, cells: row.values })
      expect(own).toEqual(other)
    }),
    { numRuns: 60 },
  )
})

test('columns past Z', async () => {
  expect([0, 25, 26, 701, 702, 16_383].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  const cells = await oneRow([...Array.from({ length: 702 }, (): Cell => null), 'AAA'])
  expect(cells).toHaveLength(703)
  expect(cells?.[702]).toBe('AAA')
})
