import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const row = { kind: 'row' } as const
const plain = { format: 'plain', decimals: 0, thousands: false, symbol: '' }
const options = ['新建', '已成交'].map((name, at) => ({ id: at + 1, name, color: 'blue' }))

async function book(rows: readonly (readonly CellValue[])[]) {
  const { engine } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
  const column = async (name: string, type: 'text' | 'number' | 'date' | 'singleSelect', settings: Record<string, unknown> = {}) =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings })).id
  const ids = [
    await column('名称', 'text'),
    await column('金额', 'number', plain),
    await column('日期', 'date'),
    await column('状态', 'singleSelect', { options }),
  ]
  const cells = rows.map((values) => ({ cells: values.map((value, at) => ({ columnId: ids[at] ?? 0, value })) }))
  const made = valueOf(await engine.run('rows.insert', { tableId, rows: cells })).ids
  const [name = 0, amount = 0, day = 0, status = 0] = ids
  const marks = async (rules: ColorRule[], query = emptyRowQuery) => {
    const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], colors: rules, offset: 0, limit: 100 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.marks] : []))
  }
  return { engine, tableId, rowIds: made, name, amount, day, status, marks }
}

const rows = [
  ['华东精密', 0, '2026-01-01', 1],
  [' 华東精密', 50, '2026-01-11', 2],
  ['华东 精密', 100, '2026-01-21', null],
  ['华南', null, null, 1],
] as const

test('every rule says its own of each row of the page', async () => {
  const { marks, name, amount, day, status } = await book(rows)
  const cells = { kind: 'cells' as const, columnIds: [amount] }
  const rules: ColorRule[] = [
    { kind: 'filter', filter: { kind: 'condition', columnId: amount, operator: 'greaterOrEqual', value: 50 }, color: 'red', target: row },
    { kind: 'option', columnId: status, target: row },
    { kind: 'scale', columnId: amount, colors: ['yellow', 'red'], ends: 'extremes', target: cells },
    { kind: 'scale', columnId: day, colors: ['blue', 'gray', 'red'], ends: 'extremes', target: cells },
    { kind: 'duplicates', columnId: name, color: 'red', target: row },
  ]
  expect(await marks(rules)).toEqual([
    [0, 1, 0, 0, 1],
    [1, 2, 0.5, 0.5, 0],
    [1, null, 1, 1, 1],
    [0, 1, null, null, 0],
  ])
  expect(await marks([])).toEqual([undefined, undefined, undefined, undefined])
})

test('a scale runs over the rows of the view, and duplicates over the whole table', async () => {
  const { marks, name, amount } = await book(rows)
  const few = { ...emptyRowQuery, filter: { kind: 'condition' as const, columnId: amount, operator: 'greaterOrEqual' as const, value: 50 } }
  const rules: ColorRule[] = [
    { kind: 'scale', columnId: amount, colors: ['yellow', 'red'], ends: 'extremes', target: row },
    { kind: 'duplicates', columnId: name, color: 'red', target: row },
  ]
  // Its twin stands outside the view.
  expect(await marks(rules, few)).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('percentiles keep one outlier from paling the others', async () => {
  const amounts = [...Array.from({ length: 99 }, (_, at) => at), 1_000_000]
  const { marks, amount } = await book(amounts.map((value) => [null, value]))
  const scale = { kind: 'scale', columnId: amount, colors: ['yellow', 'red'], target: row } as const
  const places = await marks([
    { ...scale, colors: ['yellow', 'red'], ends: 'extremes' },
    { ...scale, colors: ['yellow', 'red'], ends: 'percentiles' },
  ])
  expect(Number(places[50]?.[0])).toBeLessThan(0.001)
  expect(Number(places[50]?.[1])).toBeGreaterThan(0.4)
  expect(places.at(-1)).toEqual([1, 1])
})

test('marks follow an edit, and a rule whose columns are gone says nothing', async () => {
  const { engine, tableId, rowIds, marks, name, amount } = await book(rows)
  const rules: ColorRule[] = [
    { kind: 'duplicates', columnId: name, color: 'red', target: row },
    { kind: 'scale', columnId: amount, colors: ['yellow', 'red'], ends: 'extremes', target: row },
    { kind: 'filter', filter: { kind: 'condition', columnId: amount, operator: 'isNotEmpty' }, color: 'red', target: row },
    { kind: 'filter', filter: null, color: 'red', target: row },
  ]
  expect((await marks(rules)).map((own) => own?.[0])).toEqual([1, 0, 1, 0])
  const edit = {
    id: rowIds[2] ?? 0,
    cells: [
      { columnId: name, value: '别的' },
      { columnId: amount, value: 200 },
    ],
  }
  valueOf(await engine.run('rows.update', { tableId, rows: [edit] }))
  expect((await marks(rules)).map((own) => own?.[0])).toEqual([0, 0, 0, 0])
  expect((await marks(rules))[1]?.[1]).toBe(0.25)
  valueOf(await engine.run('columns.delete', { columnId: amount }))
  expect((await marks(rules)).map((own) => own?.slice(1))).toEqual(rows.map(() => [null, 0, 0]))
})
