import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

test('a workbook holds what the analysis says, its notes, and a sheet for each part', async () => {
  const book = await customerBook({ today: '2026-11-22', sample: true })
  const path = join(book.path, '..', 'analysis.xlsx')
  valueOf(await book.engine.run('analysis.xlsx', { analysis: { name: 'concentration', input: { lang: 'zh-CN' } }, path }))
  const workbook = await readXlsx(await readFile(path))
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['摘要', '带来 80% 销售额的客户', 'S、A、B、C、D 各占多少', '图表数据'])
  const summary = workbook.sheets[0]?.rows.flat().join('\n') ?? ''
  expect(summary).toContain('80/20 与集中度')
  expect(summary).toContain('说明')
})
