import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

type Row = { id: number; text: string | null; number: number | null; date: string | null; option: number | null; many: number[]; done: number | null }

const columns = { text: 1, number: 2, date: 3, option: 4, many: 5, done: 6 } as const

const anyRow: fc.Arbitrary<Omit<Row, 'id'>> = fc.record({
  text: fc.constantFrom('上海精密', '精密', 'Shanghai', 'shang%hai_', "O'Neil", null),
  number: fc.constantFrom(-1.5, 0, 1, 99.99, 1e9, null),
  date: fc.constantFrom('2026-11-20T08:00', '2026-11-22T23:59', '2026-11-23T00:00', '2026-12-31T10:00', null),
  option: fc.constantFrom(1, 2, 3, null),
  many: fc.subarray([1, 2, 3]),
  done: fc.constantFrom(1, 0, null),
})

const anyCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constantFrom(1, 2, 3, 4, 5),
    operator: fc.constantFrom('isEmpty' as const, 'isNotEmpty' as const),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constant(6),
    operator: fc.constantFrom('isChecked' as const, 'isUnchecked' as const),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constant(1),
    operator: fc.constantFrom(
      'contains' as const,
      'notContains' as const,
      'is' as const,
      'isNot' as const,
      'startsWith' as const,
      'endsWith' as const,
    ),
    value: fc.constantFrom('精密', 'SHANG', '%', '_', "'", '上海精密'),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constant(2),
    operator: fc.constantFrom(
      'equal' as const,
      'notEqual' as const,
      'less' as const,
      'lessOrEqual' as const,
      'greater' as const,
      'greaterOrEqual' as const,
    ),
    value: fc.constantFrom(-1.5, 0, 1, 99.99),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constantFrom(4, 5),
    operator: fc.constantFrom('anyOf' as const, 'noneOf' as const),
    value: fc.subarray([1, 2, 3], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constant(5),
    operator: fc.constantFrom('allOf' as const, 'exactly' as const),
    value: fc.subarray([1, 2, 3], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('condition' as const),
    columnId: fc.constant(3),
    operator: fc.constantFrom(
      'onDate' as const,
      'notOnDate' as const,
      'before' as const,
      'after' as const,
      'onOrBefore' as const,
      'onOrAfter' as const,
    ),
    value: fc.constantFrom(
      { kind: 'today' as const },
      { kind: 'tomorrow' as const },
      { kind: 'daysAgo' as const, days: 2 },
      { kind: 'exact' as const, date: '2026-12-31' },
    ),
  }),
)

const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    anyCondition,
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), items: fc.array(tie('filter'), { maxLength: 3 }) }),
  ),
})).filter

/** What the filter means, said without SQL. */
function passes(row: Row, filter: Filter): boolean {
  if (filter.kind !== 'condition') {
    if (filter.items.length === 0) return true
    return filter.kind === 'and' ? filter.items.every((item) => passes(row, item)) : filter.items.some((item) => passes(row, item))
  }
  const text = row.text?.toLowerCase()
  const days: Record<string, string> = { today: '2026-11-22', tomorrow: '2026-11-23', daysAgo: '2026-11-20' }
  switch (filter.operator) {
    case 'isEmpty':
    case 'isNotEmpty': {
      const cell = { 1: row.text, 2: row.number, 3: row.date, 4: row.option, 5: row.many.length === 0 ? null : 1 }[filter.columnId]
      return (cell === null || cell === undefined) === (filter.operator === 'isEmpty')
    }
    case 'isChecked':
      return row.done === 1
    case 'isUnchecked':
      return row.done !== 1
    case 'contains':
      return text?.includes(filter.value.toLowerCase()) ?? false
    case 'notContains':
      return !(text?.includes(filter.value.toLowerCase()) ?? false)
    case 'is':
      return text === filter.value.toLowerCase()
    case 'isNot':
      return text !== filter.value.toLowerCase()
    case 'startsWith':
      return text?.startsWith(filter.value.toLowerCase()) ?? false
    case 'endsWith':
      return text?.endsWith(filter.value.toLowerCase()) ?? false
    case 'equal':
      return row.number === filter.value
    case 'notEqual':
      return row.number !== filter.value
    case 'less':
      return row.number !== null && row.number < filter.value
    case 'lessOrEqual':
      return row.number !== null && row.number <= filter.value
    case 'greater':
      return row.number !== null && row.number > filter.value
    case 'greaterOrEqual':
      return row.number !== null && row.number >= filter.value
    case 'anyOf':
    case 'noneOf': {
      const own = filter.columnId === 5 ? row.many : [row.option]
      return own.some((id) => id !== null && filter.value.includes(id)) === (filter.operator === 'anyOf')
    }
    case 'allOf':
      return filter.value.every((id) => row.many.includes(id))
    case 'exactly':
      return filter.value.every((id) => row.many.includes(id)) && row.many.length === filter.value.length
    default: {
      if (!('value' in filter) || filter.operator === 'within') throw new Error('not generated')
      const term = filter.value
      if (typeof term !== 'object' || !('kind' in term)) throw new Error('not generated')
      const day = term.kind === 'exact' ? term.date : (days[term.kind] ?? '')
      const own = row.date?.slice(0, 10)
      if (own === undefined) return filter.operator === 'notOnDate'
      switch (filter.operator) {
        case 'onDate':
          return own === day
        case 'notOnDate':
          return own !== day
        case 'before':
          return own < day
        case 'after':
          return own > day
        case 'onOrBefore':
          return own <= day
        case 'onOrAfter':
          return own >= day
        default:
          throw new Error('not generated')
      }
    }
  }
}

test('a filter lets through the rows it says, and no others', async () => {
  const { engine } = temporaryBase({ clock: { today: () => '2026-11-22', now: () => '2026-11-22T12:00:00' } })
  const table = valueOf(await engine.run('tables.create', { name: 'T' }))
  const options = { options: [1, 2, 3].map((id) => ({ id, name: `选项${id}`, color: 'blue' })) }
  for (const [name, type, settings] of [
    ['文字', 'text', {}],
    ['数', 'number', {}],
    ['时', 'dateTime', {}],
    ['选', 'singleSelect', options],
    ['多', 'multipleSelect', options],
    ['完', 'checkbox', {}],
  ] as const) {
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings }))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 12 }), anyFilter, async (rows, filter) => {
      const { ids } = valueOf(
        await engine.run('rows.insert', {
          tableId: table.id,
          rows: rows.map((row) => ({
            cells: [
              { columnId: columns.text, value: row.text },
              { columnId: columns.number, value: row.number },
              { columnId: columns.date, value: row.date },
              { columnId: columns.option, value: row.option },
              { columnId: columns.many, value: row.many.length === 0 ? null : JSON.stringify(row.many) },
              { columnId: columns.done, value: row.done },
            ],
          })),
        }),
      )
      const page = valueOf(
        await engine.run('rows.page', { tableId: table.id, query: { ...emptyRowQuery, filter }, columnIds: [], offset: 0, limit: 1000 }),
      )
      const found = page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
      const expected = rows.flatMap((row, index) => (passes({ ...row, id: ids[index] ?? 0 }, filter) ? [ids[index]] : []))
      valueOf(await engine.run('history.undo', {}))
      expect(found).toEqual(expected)
    }),
    { numRuns: 200 },
  )
}, 120_000)
