import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import type { Group } from '#shared/model/group.ts'
import type { Statistic } from '#shared/model/statistic.ts'
import { independentStatistic } from '../support/independentStatistic.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const options = ['新建', '洽谈中', '已成交'].map((name, at) => ({ id: at + 1, name, color: 'blue' }))
const plain = { format: 'plain', decimals: 2, thousands: false, symbol: '' }

/** The columns by place: status, tags, day, amount. What a row has in common with others of its group is computed here a second time. */
type Row = readonly [status: number | null, tags: readonly number[], day: string | null, amount: number | null]
const anyRow: fc.Arbitrary<Row> = fc.tuple(
  fc.constantFrom<number | null>(1, 2, 3, null),
  fc.uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 3 }),
  fc.constantFrom<string | null>('2024-12-30', '2025-01-01', '2025-01-05', '2025-01-06', '2025-03-31', '2025-04-01', '2026-11-26', null),
  fc.option<number>(fc.integer({ min: -30, max: 120 }).map((tenths) => tenths / 10)),
)

type Level = { place: 0 | 1 | 2 | 3; unit?: 'week' | 'month' | 'quarter' | 'year'; step?: number }
const anyLevel: fc.Arbitrary<Level> = fc.oneof(
  fc.record({ place: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const) }),
  fc.record({ place: fc.constant(2 as const), unit: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const) }),
  fc.record({ place: fc.constant(3 as const), step: fc.constantFrom(0.1, 0.5, 5) }),
)

test('groups of any three levels hold the rows, counts and subtotals an independent computation finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 1, maxLength: 30 }),
      fc.array(anyLevel, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('ascending' as const, 'descending' as const),
      fc.constantFrom<'value' | 'count' | 'sum'>('value', 'count', 'sum'),
      async (rows, levels, direction, order) => {
        const { engine } = temporaryBase()
        const { tableId, ids } = await tableWith(engine, rows)
        const groups = levels.map(({ place, unit, step }): Group => {
          const columnId = ids[place] ?? 0
          const orders = {
            value: undefined,
            count: { by: 'count' as const },
            sum: { by: 'statistic' as const, columnId: ids[3] ?? 0, statistic: 'sum' as const },
          }
          return { columnId, direction, unit, step, order: orders[order] }
        })
        const query = { filter: null, sorts: [], groups, search: '' }
        const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: ids, offset: 0, limit: 1000 }))

        const wanted = pathsOf(rows, levels)
        const heads = page.items.filter((item) => item.kind === 'group')
        expect(new Map(heads.map(({ key, count }) => [key, count]))).toEqual(new Map([...wanted].map(([key, held]) => [key, held.length])))
        // Each group once: its rows stand together.
        expect(heads.length).toBe(wanted.size)
        expect(page.rowCount).toBe(rows.length)
        expectOrdered(heads, order, direction, wanted)

        const asked: Statistic[] = ['count', 'sum', 'median', 'deviation', 'unique', 'percentFilled']
        const statistics = asked.map((statistic) => ({ columnId: ids[3] ?? 0, statistic }))
        const keys = heads.map(({ key }) => key)
        const subtotals = valueOf(await engine.run('rows.subtotals', { tableId, query, statistics, keys: [...keys, '["gone"]'] }))
        expect(subtotals.at(-1)).toEqual([])
        keys.forEach((key, at) => {
          asked.forEach((statistic, place) => {
            const value = subtotals[at]?.[place] ?? null
            const expected = independentStatistic(
              'number',
              statistic,
              (wanted.get(key) ?? []).map((row) => row[3]),
            )
            if (typeof expected === 'number') expect(value, `${statistic} of ${key}`).toBeCloseTo(expected, 6)
            else expect(value).toBe(expected)
          })
        })
        await engine.close()
      },
    ),
    { numRuns: 40 },
  )
})

async function tableWith(engine: ReturnType<typeof temporaryBase>['engine'], rows: readonly Row[]): Promise<{ tableId: number; ids: number[] }> {
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
  const column = async (name: string, type: 'singleSelect' | 'multipleSelect' | 'date' | 'number', settings: Record<string, unknown>) =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings })).id
  const ids = [
    await column('状态', 'singleSelect', { options }),
    await column('标签', 'multipleSelect', { options }),
    await column('日期', 'date', {}),
    await column('数', 'number', plain),
  ]
  const cells = rows.map(([status, tags, day, amount]) => ({
    cells: [status, tags.length === 0 ? null : JSON.stringify(tags), day, amount].map((value, at) => ({ columnId: ids[at] ?? 0, value })),
  }))
  valueOf(await engine.run('rows.insert', { tableId, rows: cells }))
  return { tableId, ids }
}

/** The rows of every group by its key. */
function pathsOf(rows: readonly Row[], levels: readonly Level[]): Map<string, Row[]> {
  const held = new Map<string, Row[]>()
  for (const row of rows) {
    const path: CellValue[] = []
    for (const level of levels) {
      path.push(commonOf(row, level))
      const key = JSON.stringify(path)
      held.set(key, [...(held.get(key) ?? []), row])
    }
  }
  return held
}

function commonOf([status, tags, day, amount]: Row, { place, unit, step }: Level): CellValue {
  if (place === 0) return status
  if (place === 1) return tags.length === 0 ? null : JSON.stringify(tags.toSorted((one, other) => one - other))
  if (place === 2) return day === null ? null : periodBy(day, unit)
  if (amount === null || step === undefined) return amount
  // In whole tenths, where nothing is rounded.
  return (Math.floor(Math.round(amount * 10) / Math.round(step * 10)) * Math.round(step * 10)) / 10
}

function periodBy(day: string, unit: Level['unit']): string {
  const date = new Date(`${day}T00:00Z`)
  switch (unit) {
    case 'week':
      date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
      return date.toISOString().slice(0, 10)
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`
    case 'year':
      return day.slice(0, 4)
    default:
      return day
  }
}

type Head = { key: string; depth: number; value: CellValue; count: number }

/** Groups of the first level: in the order asked, the empty one last. */
function expectOrdered(heads: readonly Head[], order: 'value' | 'count' | 'sum', direction: Group['direction'], wanted: Map<string, Row[]>): void {
  const outer = heads.filter(({ depth }) => depth === 0)
  expect(outer.findIndex(({ value }) => value === null)).toBe(outer.some(({ value }) => value === null) ? outer.length - 1 : -1)
  const filled = outer.filter(({ value }) => value !== null)
  const measure = ({ key, value, count }: Head): CellValue =>
    order === 'value'
      ? value
      : order === 'count'
        ? count
        : independentStatistic(
            'number',
            'sum',
            (wanted.get(key) ?? []).map((row) => row[3]),
          )
  const measures = filled.map(measure).filter((value) => value !== null)
  // Combinations of options stand by the order of the options, which their text says as well while ids are single digits.
  const sorted = measures.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const isByOptions = order === 'value' && measures.some((value) => String(value).startsWith('['))
  if (!isByOptions) expect(measures).toEqual(direction === 'ascending' ? sorted : sorted.toReversed())
}
