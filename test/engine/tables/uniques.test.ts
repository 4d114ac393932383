import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AppError } from '#shared/contract/error.ts'
import type { Result } from '#shared/lib/result.ts'
import { keyForm, keyIn } from '#shared/model/cellKey.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function people() {
  const { engine, path } = temporaryBase()
  const run = engine.run
  const tableId = valueOf(await run('tables.create', { name: '联系人' })).id
  const name = valueOf(await run('columns.create', { tableId, name: '姓名', type: 'text', settings: {} }))
  const phone = valueOf(await run('columns.create', { tableId, name: '电话', type: 'phone', settings: {} }))
  const insert = (one: CellValue, other: CellValue = null) =>
    run('rows.insert', {
      tableId,
      rows: [
        {
          cells: [
            { columnId: name.id, value: one },
            { columnId: phone.id, value: other },
          ],
        },
      ],
    })
  const cells = async () =>
    valueOf(await run('rows.page', { tableId, query: emptyRowQuery, columnIds: [name.id, phone.id], offset: 0, limit: 1000 })).items.flatMap((item) =>
      item.kind === 'row' ? [{ id: item.id, name: item.cells[0] ?? null, phone: item.cells[1] ?? null }] : [],
    )
  return { engine, run, path, tableId, name, phone, insert, cells }
}

const codeOf = (answer: Result<unknown, AppError>): string | null => (answer.ok ? null : answer.failure.code)

test('a unique column refuses what is alike but for width, case and spaces, and takes any number of empty cells', async () => {
  const { run, path, tableId, name, insert } = await people()
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
  valueOf(await insert('Acme 贸易'))
  valueOf(await insert(null))
  valueOf(await insert(null))
  const before = contentOf(path)
  const refused = await insert(' ＡＣＭＥ  贸易')
  expect(codeOf(refused)).toBe('row.duplicate')
  expect(refused.ok ? '' : refused.failure.message['zh-CN']).toContain('姓名')
  expect(contentOf(path)).toEqual(before)
})

test('phones are compared by their digits', async () => {
  const { run, tableId, phone, insert } = await people()
  valueOf(await run('tables.addUnique', { tableId, columnIds: [phone.id] }))
  valueOf(await insert('甲', '138 0013 8000'))
  expect(codeOf(await insert('乙', '+86-13800138000'))).toBe('row.duplicate')
})

test('of a combination all columns must be alike, and filled', async () => {
  const { run, tableId, name, phone, insert } = await people()
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id, phone.id] }))
  valueOf(await insert('甲', '1'))
  valueOf(await insert('甲', '2'))
  valueOf(await insert('甲', null))
  valueOf(await insert('甲', null))
  expect(codeOf(await insert('甲', '2'))).toBe('row.duplicate')
})

test('a rule is refused while there are duplicates, and says how many', async () => {
  const { run, tableId, name, insert } = await people()
  for (const text of ['甲', '甲', '乙', '乙 ', '丙']) valueOf(await insert(text))
  const refused = await run('tables.addUnique', { tableId, columnIds: [name.id] })
  expect(codeOf(refused)).toBe('unique.exists')
  expect(refused.ok ? '' : refused.failure.message.en).toContain('2 groups')
})

test('two rows may change places in one write', async () => {
  const { run, tableId, name, insert, cells } = await people()
  valueOf(await insert('甲'))
  valueOf(await insert('乙'))
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
  const [first, second] = await cells()
  const rows = [
    { id: first?.id ?? 0, cells: [{ columnId: name.id, value: '乙' }] },
    { id: second?.id ?? 0, cells: [{ columnId: name.id, value: '甲' }] },
  ]
  valueOf(await run('rows.update', { tableId, rows }))
  expect((await cells()).map((row) => row.name)).toEqual(['乙', '甲'])
  valueOf(await run('history.undo', {}))
  expect((await cells()).map((row) => row.name)).toEqual(['甲', '乙'])
})

test('a row in the trash does not come back beside one that took its name', async () => {
  const { run, tableId, name, insert } = await people()
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
  const { ids } = valueOf(await insert('甲'))
  valueOf(await run('rows.delete', { tableId, rowIds: ids }))
  valueOf(await insert('甲'))
  const [item] = valueOf(await run('trash.list', {}))
  expect(codeOf(await run('trash.restore', { entryId: item?.entryId ?? 0 }))).toBe('row.duplicate')
})

test('a rule goes with undo, and what it refused may come in; redo brings it back', async () => {
  const { run, path, tableId, name, insert } = await people()
  valueOf(await insert('甲'))
  const before = contentOf(path)
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
  valueOf(await run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await run('history.redo', {}))
  expect(codeOf(await insert('甲'))).toBe('row.duplicate')
  const { uniques } = valueOf(await run('base.describe', {})).tables[0] ?? {}
  valueOf(await run('tables.removeUnique', { tableId, uniqueId: uniques?.[0]?.id ?? 0 }))
  valueOf(await insert('甲'))
})

test('columns that the program fills, links and boxes cannot be unique', async () => {
  const { run, tableId } = await people()
  const created = valueOf(await run('columns.create', { tableId, name: '时间', type: 'createdTime', settings: {} }))
  const box = valueOf(await run('columns.create', { tableId, name: '框', type: 'checkbox', settings: {} }))
  for (const column of [created, box]) expect(codeOf(await run('tables.addUnique', { tableId, columnIds: [column.id] }))).toBe('unique.cannot')
})

test('a unique column that changes its type stays unique by its new cells', async () => {
  const { run, path, tableId, name, insert } = await people()
  for (const text of ['1.5', '2', '二']) valueOf(await insert(text))
  valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
  const before = contentOf(path)
  valueOf(await run('columns.convert', { columnId: name.id, to: { type: 'number' }, onLoss: 'empty' }))
  expect(codeOf(await insert(2))).toBe('row.duplicate')
  valueOf(await insert(3))
  valueOf(await run('history.undo', {}))
  valueOf(await run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await insert('2.0'))
  expect(codeOf(await run('columns.convert', { columnId: name.id, to: { type: 'number' }, onLoss: 'empty' }))).toBe('row.duplicate')
})

test('whatever is written, undone and redone, no two rows are alike', async () => {
  const text = fc.constantFrom('甲', ' 甲', 'a', 'Ａ', 'A ', 'b', '', '甲 乙', '甲乙')
  const number = fc.constantFrom('1', '(1)', '2', '', '+86 13800138000', '13800138000')
  const write = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), name: text, phone: number }),
    fc.record({ kind: fc.constant('update' as const), at: fc.nat(9), name: text }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 25 }), async (writes) => {
      const { engine, run, tableId, name, phone, insert, cells } = await people()
      valueOf(await run('tables.addUnique', { tableId, columnIds: [name.id] }))
      valueOf(await run('tables.addUnique', { tableId, columnIds: [phone.id] }))
      for (const each of writes) {
        const rows = await cells()
        const id = 'at' in each ? (rows[each.at % Math.max(1, rows.length)]?.id ?? 0) : 0
        if (each.kind === 'insert') {
          const isTaken = (column: typeof name, value: CellValue, of: 'name' | 'phone') =>
            keyIn(keyForm(column), value) !== null && rows.some((row) => keyIn(keyForm(column), row[of]) === keyIn(keyForm(column), value))
          const expected = isTaken(name, each.name, 'name') || isTaken(phone, each.phone, 'phone')
          expect((await insert(each.name, each.phone)).ok).toBe(!expected)
        } else if (each.kind === 'update') await run('rows.update', { tableId, rows: [{ id, cells: [{ columnId: name.id, value: each.name }] }] })
        else if (each.kind === 'delete') await run('rows.delete', { tableId, rowIds: [id] })
        else if (valueOf(await run('history.state', {}))[each.kind] !== null)
          valueOf(await run(each.kind === 'undo' ? 'history.undo' : 'history.redo', {}))
        if (!valueOf(await run('base.describe', {})).tables.some((table) => (table.uniques ?? []).length === 2)) return
        for (const columnId of [name.id, phone.id]) {
          expect(valueOf(await run('rows.duplicates', { tableId, columnIds: [columnId] }))).toMatchObject({ groupCount: 0, rowCount: 0 })
        }
      }
      await engine.close()
    }),
    { numRuns: 60 },
  )
})
