import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { openWorkbook } from '#main/engine/exchange/read/openWorkbook.ts'
import type { Encoding } from '#main/engine/exchange/read/workbook.ts'
import { fileOf, rowsOf } from '../support/files.ts'

const text = '客户名称,电话,备注\r\n上海博远,013800138000,"第一行\n第二行"\r\n'
const cells = [
  ['客户名称', '电话', '备注'],
  ['上海博远', '013800138000', '第一行\n第二行'],
]

async function read(content: string | Buffer, encoding: Encoding | null = null, name = '客户.csv') {
  const path = fileOf(name, content)
  const book = await openWorkbook(path, encoding)
  const found = book.encoding
  book.close()
  const rows = Object.values(await rowsOf(path, encoding))[0] ?? []
  return { encoding: found, cells: rows.map((row) => row.cells) }
}

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\uFEFF${text}`)],
  ['gb18030', iconv.encode(text, 'gb18030')],
  ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['utf-16le', Buffer.from(text, 'utf16le')],
  ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
] as const)('%s is told from the bytes', async (encoding, content) => {
  expect(await read(content)).toEqual({ encoding, cells })
})

test('a short GBK text, which statistical detectors take for something else', async () => {
  expect(await read(iconv.encode('姓名\n王伟', 'gb18030'))).toEqual({ encoding: 'gb18030', cells: [['姓名'], ['王伟']] })
})

test('GB18030 that begins only after megabytes of ASCII', async () => {
  const { encoding, cells: rows } = await read(
    Buffer.concat([Buffer.from('name,city\n'), Buffer.from('a,b\n'.repeat(600_000)), iconv.encode('王伟,上海\n', 'gb18030')]),
  )
  expect(encoding).toBe('gb18030')
  expect(rows.at(-1)).toEqual(['王伟', '上海'])
})

test('the encoding can be said by hand', async () => {
  expect((await read(iconv.encode('é,à', 'gb18030'), 'gb18030')).cells).toEqual([['é', 'à']])
})

test.each([
  ['tabs', 'a\tb\n1\t2'],
  ['semicolons', 'a;b\n1;2'],
  ['a stated separator', 'sep=;\na;b\n1;2'],
  ['full-width commas', 'a，b\n1，2'],
  ['old Mac line ends', 'a,b\r1,2\r'],
  ['mixed line ends', 'a,b\n1,2\r\n'],
])('%s', async (_, content) => {
  expect((await read(content)).cells).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('quotes, empty cells, blank lines and short rows', async () => {
  expect((await read('a,b,c\n"1,""x""",,3\n\n4\n')).cells).toEqual([['a', 'b', 'c'], ['1,"x"', null, '3'], [null], ['4']])
})

test('what keeps a spreadsheet program from changing a value is no part of it', async () => {
  expect((await read('a,b,c,d\n"=""00123""",\'=1+1,\'quoted\',\'\'=x\n')).cells[1]).toEqual(['00123', '=1+1', "'quoted'", "'=x"])
})

test('rows across the borders of what is read at once', async () => {
  const lines = Array.from({ length: 120_000 }, (_, index) => `${index},"客户\r\n${index}",备注 ${index}`)
  const { cells: rows } = await read(Buffer.from(lines.join('\r\n')))
  expect(JSON.stringify(rows)).toBe(JSON.stringify(lines.map((_, index) => [String(index), `客户\n${index}`, `备注 ${index}`])))
})

test('text under the name of a workbook is read when it is separated', async () => {
  expect((await read('客户\t电话\n上海\t021', null, '导出.xls')).cells).toEqual([
    ['客户', '电话'],
    ['上海', '021'],
  ])
})
