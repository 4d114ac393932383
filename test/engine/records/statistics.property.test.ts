import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import { statisticSchema } from '#shared/model/statistic.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { independentStatistic } from '../support/independentStatistic.ts'
import { valueOf } from '../support/valueOf.ts'

const money = { format: 'currency', decimals: 2, thousands: true, symbol: '￥' }
const options = ['新建', '洽谈中', '已成交'].map((name, at) => ({ id: at + 1, name, color: 'blue' }))

const columns = [
  { name: '金额', type: 'number', settings: money, cell: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100)) },
  { name: '名称', type: 'text', settings: {}, cell: fc.option(fc.constantFrom('甲', '乙', 'a', 'A')) },
  { name: '日期', type: 'date', settings: {}, cell: fc.option(fc.constantFrom('2024-02-29', '1899-12-31', '2026-11-26', '2026-01-01')) },
  { name: '勾', type: 'checkbox', settings: {}, cell: fc.constantFrom<CellValue>(0, 1, null) },
  { name: '状态', type: 'singleSelect', settings: { options }, cell: fc.option(fc.constantFrom(1, 2, 3)) },
] as const

const anyRow = fc.tuple(...columns.map(({ cell }): fc.Arbitrary<CellValue> => cell))

test('every statistic of every column equals an independent computation, over the view and not the page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 40 }), fc.boolean(), async (rows, isNarrowed) => {
      const { engine } = temporaryBase()
      const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
      const ids: number[] = []
      for (const { name, type, settings } of columns) ids.push(valueOf(await engine.run('columns.create', { tableId, name, type, settings })).id)
      if (rows.length > 0) {
        const cells = rows.map((row) => ({ cells: row.map((value, at) => ({ columnId: ids[at] ?? 0, value })) }))
        valueOf(await engine.run('rows.insert', { tableId, rows: cells }))
      }
      const filter = isNarrowed ? ({ kind: 'condition', columnId: ids[4] ?? 0, operator: 'anyOf', value: [1, 2] } as const) : null
      const kept = isNarrowed ? rows.filter((row) => row[4] === 1 || row[4] === 2) : rows
      const asked = columns.flatMap((_, at) => statisticSchema.options.map((statistic) => ({ at, columnId: ids[at] ?? 0, statistic })))
      const statistics = asked.map(({ columnId, statistic }) => ({ columnId, statistic }))
      const values = valueOf(await engine.run('rows.statistics', { tableId, query: { filter, search: '' }, statistics }))
      asked.forEach(({ at, statistic }, place) => {
        const wanted = independentStatistic(
          columns[at]?.type ?? '',
          statistic,
          kept.map((row) => row[at] ?? null),
        )
        const value = values[place] ?? null
        if (typeof wanted === 'number' && typeof value === 'number') expect(value, `${columns[at]?.name} ${statistic}`).toBeCloseTo(wanted, 6)
        else expect(value, `${columns[at]?.name} ${statistic}`).toBe(wanted)
      })
      await engine.close()
    }),
    { numRuns: 15 },
  )
})

test('money adds up exactly, and the deviation of large numbers close together keeps its digits', async () => {
  const { engine } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
  const amount = valueOf(await engine.run('columns.create', { tableId, name: '金额', type: 'number', settings: money })).id
  const large = valueOf(await engine.run('columns.create', { tableId, name: '大数', type: 'number', settings: { ...money, format: 'plain' } })).id
  const rows = [0.1, 0.2, 0.3].map((value, at) => ({
    cells: [
      { columnId: amount, value },
      { columnId: large, value: 1_000_000_000_000 + at },
    ],
  }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  const statistics = [
    { columnId: amount, statistic: 'sum' as const },
    { columnId: large, statistic: 'deviation' as const },
    { columnId: large + 1000, statistic: 'sum' as const },
  ]
  expect(valueOf(await engine.run('rows.statistics', { tableId, query: { filter: null, search: '' }, statistics }))).toEqual([0.6, 1, null])
})
