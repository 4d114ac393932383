import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { openWorkbook } from '#main/engine/exchange/read/openWorkbook.ts'
import { serialOf } from '../../../fixtures/make/workbook.ts'
import { fileOf, rowsOf } from '../support/files.ts'

function legacyFile(bookType: BookType): string {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ['客户名称', '电话', '建档日期', '金额', '会员'],
    ['上海博远', '021-55556666', null, 1234.5, true],
    [],
    ['北京华盛', '013800138000', null, null, false],
  ])
  sheet['C2'] = { t: 'n', v: serialOf('2024-03-05'), z: 'yyyy"年"m"月"d"日"' }
  sheet['C4'] = { t: 'n', v: serialOf('2024-03-05', '14:30'), z: 'yyyy/m/d h:mm' }
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '客户')
  const bytes: unknown = write(book, { type: 'buffer', bookType })
  if (!Buffer.isBuffer(bytes)) throw new Error('no bytes')
  return fileOf(`book.${bookType === 'biff8' ? 'xls' : bookType}`, bytes)
}

test.each(['biff8', 'xlsb', 'ods'] as const)('%s: texts, zeros, dates, numbers, gaps and merges', async (bookType) => {
  const path = legacyFile(bookType)
  const rows = (await rowsOf(path))['客户']?.filter((row) => row.cells.length > 0)
  expect(rows?.map((row) => [row.number, row.cells])).toEqual([
    [1, ['客户名称', '电话', '建档日期', '金额', '会员']],
    [2, ['上海博远', '021-55556666', { date: '2024-03-05' }, 1234.5, true]],
    [4, ['北京华盛', '013800138000', { date: '2024-03-05T14:30' }, null, false]],
  ])
  const book = await openWorkbook(path, null)
  expect(book.format).toBe('xls')
  expect(await book.sheets[0]?.merges()).toContainEqual({ top: 1, left: 0, bottom: 2, right: 0 })
  book.close()
})

const page =
  '<html><head><meta charset="gb2312"></head><body><table><tr><td>客户名称</td><td>电话</td></tr><tr><td>上海博远</td><td>013800138000</td></tr></table></body></html>'

test('a web page saved under the name of a workbook, in either encoding', async () => {
  const gbk = Buffer.from((await import('iconv-lite')).default.encode(page, 'gb18030'))
  for (const content of [page, gbk]) {
    const sheets = Object.values(await rowsOf(fileOf('导出.xls', content)))
    expect(sheets[0]?.map((row) => row.cells)).toEqual([
      ['客户名称', '电话'],
      ['上海博远', '013800138000'],
    ])
  }
})
