import { expect, test } from 'vitest'
import { emptyRowQuery } from '#shared/model/view.ts'
import { workbook } from '../../fixtures/make/workbook.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'

test('a new table links to rows the base has; unknown names are rejected, and undo takes both columns back', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: '上海博远' }] }] }))
  const before = valueOf(await engine.run('base.describe', {}))
  const file = workbook([
    {
      name: '售后',
      rows: [
        ['单号', '客户名称'],
        ['SH1', '上海博远'],
        ['SH2', '没有这家'],
      ],
    },
  ])
  const result = valueOf(
    await engine.run('import.run', {
      path: fileOf('售后.xlsx', file),
      sheets: [
        {
          sheet: '售后',
          headerRow: 0,
          table: { newTable: '售后' },
          mode: 'add',
          matchIndexes: [],
          columns: [
            { index: 0, target: { kind: 'new', name: '单号', type: 'text' } },
            { index: 1, target: { kind: 'newTableLink', name: '客户', tableId: book.customers.id } },
          ],
        },
      ],
    }),
  )
  expect(result.sheets).toMatchObject([{ added: 1, rejected: 1 }])
  expect(result.rejections).toMatchObject([{ row: 3, reason: 'unknownLink', value: '没有这家' }])

  const { columns } = valueOf(await engine.run('base.describe', {}))
  const there = columns.find((column) => column.tableId === book.customers.id && column.name === '售后')
  expect(there?.type).toBe('link')
  const page = valueOf(
    await engine.run('rows.page', { tableId: book.customers.id, query: emptyRowQuery, columnIds: [there?.id ?? 0], offset: 0, limit: 10 }),
  )
  expect(page.items).toMatchObject([{ cells: ['SH1'] }])

  valueOf(await engine.run('history.undo', {}))
  const after = valueOf(await engine.run('base.describe', {}))
  expect([after.tables, after.columns, after.rowCounts]).toEqual([before.tables, before.columns, before.rowCounts])
})
