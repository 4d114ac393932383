import { describe, expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { columnSchema, computedColumnTypes, type Column, type ColumnType } from '#shared/model/column.ts'
import { columnKind, parseCell } from '#shared/model/columns/registry.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../../support/contentOf.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'

/** Every type that exists, those added later too. */
const types: readonly ColumnType[] = columnSchema.options.map((option) => option.shape.type.value)

/** Texts of all kinds; each column holds those it can read. */
const texts = [
  '华东精密',
  '甲',
  '甲、乙',
  '12.345',
  '0571',
  '1,234.50',
  '25%',
  '1',
  '0',
  '是',
  '2024-02-29',
  '2024年3月5日 10:30',
  '1:30',
  '李雷',
  '13800138000',
  'a@example.com',
  'https://example.com/a?b=1',
  '浙江省杭州市西湖区文三路1号',
  '120.15,30.28',
  '第一行\n第二行',
  "'; drop table t1; --",
]
const options = ['甲', '乙', '12.345', '是'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))

describe.each(types)('a column of type %s', (type) => {
  test('becomes a column of every other type as its preview says, and undo brings it back whole', async () => {
    const { engine, path } = temporaryBase()
    const made = await bookWith(engine, type)
    if (made === null) return
    const { column, other } = made
    const before = contentOf(path)
    for (const target of types) {
      const input = {
        columnId: column.id,
        to: { type: target },
        link: target === 'link' ? { otherTableId: other, otherName: '反向', createMissing: true } : null,
      }
      const preview = await engine.run('columns.previewConversion', input)
      expect(contentOf(path)).toEqual(before)
      const done = await engine.run('columns.convert', { ...input, onLoss: 'empty' })
      if (!preview.ok) {
        expect(done.ok).toBe(false)
        if (computedColumnTypes.has(target)) expect(preview.failure.code).toBe('column.cannotConvert')
        expect(contentOf(path)).toEqual(before)
        continue
      }
      const result = valueOf(done)
      const { same, changed, lost, empty, rows } = preview.value
      expect([result.same, result.changed, result.lost]).toEqual([same, changed, lost])
      expect(same + changed + lost + empty).toBe(rows)
      expect(result.column).toMatchObject({ id: column.id, name: column.name, type: target })
      const held = (await cellsOf(engine, column)).filter((cell) => cell !== null).length
      if (target === 'autoNumber') expect(held).toBe(rows)
      // A link that loses one of its names still has the others.
      else if (target !== 'link') expect(held).toBe(same + changed)
      const after = contentOf(path)
      valueOf(await engine.run('history.undo', {}))
      expect(contentOf(path)).toEqual(before)
      valueOf(await engine.run('history.redo', {}))
      expect(contentOf(path)).toEqual(after)
      expect(valueOf(await engine.run('base.recompute', {}))).toBeDefined()
      expect(contentOf(path)).toEqual(after)
      valueOf(await engine.run('history.undo', {}))
      expect(contentOf(path)).toEqual(before)
    }
  })
})

/** A table with a column of the type, filled with every text it reads, and another table to link to; null for a type that cannot be made here. */
async function bookWith(engine: Engine, type: ColumnType): Promise<{ column: Column; other: number } | null> {
  const run = engine.run
  const own = valueOf(await run('tables.create', { name: '客户' })).id
  const other = valueOf(await run('tables.create', { name: '公司' })).id
  const name = valueOf(await run('columns.create', { tableId: own, name: '名称', type: 'text', settings: {} }))
  const title = valueOf(await run('columns.create', { tableId: other, name: '公司名', type: 'text', settings: {} }))
  valueOf(await run('members.create', { name: '李雷' }))
  const companies = ['华东精密', '甲', '甲', '乙'].map((text) => ({ cells: [{ columnId: title.id, value: text }] }))
  const { ids } = valueOf(await run('rows.insert', { tableId: other, rows: companies }))
  valueOf(await run('rows.insert', { tableId: own, rows: texts.map((text) => ({ cells: [{ columnId: name.id, value: text }] })) }))
  const rowIds = valueOf(await run('rows.find', { tableIds: [own], text: '', limit: 100 }))
    .map((row) => row.id)
    .sort((left, right) => left - right)
  const link = valueOf(
    await run('columns.createLink', { tableId: own, name: '公司', multiple: true, otherTableId: other, otherName: '客户', otherMultiple: true }),
  )
  for (const [at, rowId] of rowIds.slice(0, 5).entries()) {
    valueOf(await run('rows.setLinks', { linkColumnId: link.column.id, rowId, rowIds: ids.slice(0, at) }))
  }
  if (type === 'link') return { column: link.column, other }
  const settings: Partial<Record<ColumnType, Record<string, unknown>>> = {
    singleSelect: { options },
    multipleSelect: { options },
    lookup: { linkColumnId: link.column.id, targetColumnId: title.id },
    rollup: { linkColumnId: link.column.id, targetColumnId: null, function: 'count', orderColumnId: null, filter: null },
    formula: { source: '1 / COUNTLINKS({公司})' },
  }
  const made = await run('columns.create', {
    tableId: own,
    name: '那一列',
    type,
    settings: settings[type] ?? { ...columnKind(type).defaultSettings },
  })
  if (!made.ok) return null
  const column = made.value
  if (computedColumnTypes.has(type)) return { column, other }
  const members = valueOf(await run('base.describe', {})).members
  const cells = texts.map((text): CellValue => {
    const read = parseCell(column, text, { lang: 'zh-CN', members, today: '2026-11-26' })
    return read.ok ? read.value : null
  })
  valueOf(
    await run('rows.update', { tableId: own, rows: rowIds.map((id, at) => ({ id, cells: [{ columnId: column.id, value: cells[at] ?? null }] })) }),
  )
  return { column, other }
}

async function cellsOf(engine: Engine, column: Column): Promise<CellValue[]> {
  const page = valueOf(
    await engine.run('rows.page', { tableId: column.tableId, query: emptyRowQuery, columnIds: [column.id], offset: 0, limit: 1000 }),
  )
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0] ?? null] : []))
}
