import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperationInput } from '#shared/contract/engine.ts'
import type { Column } from '#shared/model/column.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { filterSchema, type Filter, type Operator } from '#shared/model/filter.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { passes, type PlainRow } from './independentFilter.ts'

const today = '2026-11-22'

type Cells = {
  text: string | null
  other: string | null
  number: number | null
  least: number | null
  day: string | null
  time: string | null
  option: number | null
  many: number[]
  done: number | null
  owner: number | null
  linked: number[]
}
type Ids = Record<keyof Cells, number> & { rowText: number; rowNumber: number; rows: number[] }

const texts = ['上海精密', '精密', 'Shanghai', 'shang%hai_', "O'Neil", 'Ärger 12', null]
const days = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-12-31', '2024-02-29', '1999-03-01', '2026-02-28', '2027-01-01', null]

const anyCells: fc.Arbitrary<Cells> = fc.record({
  text: fc.constantFrom(...texts),
  other: fc.constantFrom(...texts),
  number: fc.constantFrom(-1.5, 0, 1, 99.99, 1e9, null),
  least: fc.constantFrom(-1.5, 1, 99.99, null),
  day: fc.constantFrom(...days),
  time: fc.constantFrom(...days.map((day) => day && `${day}T08:00`), '2026-11-22T23:59', '2026-11-23T00:00'),
  option: fc.constantFrom(1, 2, 3, null),
  many: fc.subarray([1, 2, 3]),
  done: fc.constantFrom(1, 0, null),
  owner: fc.constantFrom(1, 2, null),
  linked: fc.subarray([0, 1, 2]),
})

/** The rows of the other table: text and number. */
const otherRows = [
  ['精密', 1],
  ['Shanghai', 99.99],
  [null, null],
] as const

const on = <Value extends object>(columnId: number, ...parts: fc.Arbitrary<Value>[]): fc.Arbitrary<Filter> =>
  fc.oneof(...parts).map((part) => filterOf({ kind: 'condition', columnId, ...part }))

const asked = <Name extends Operator, Value>(operators: readonly Name[], value: fc.Arbitrary<Value>) =>
  fc.record({ operator: fc.constantFrom(...operators), value })
const only = (...operators: Operator[]) => fc.record({ operator: fc.constantFrom(...operators) })

const term = fc.constantFrom(
  { kind: 'today' },
  { kind: 'tomorrow' },
  { kind: 'daysAgo', days: 2 },
  { kind: 'exact', date: '2026-12-31' },
  { kind: 'ago', unit: 'month', count: 9 },
  { kind: 'fromNow', unit: 'week', count: 1 },
  { kind: 'ago', unit: 'year', count: 1 },
)
const period = fc.constantFrom(
  ...(['today', 'thisWeek', 'lastMonth', 'nextMonth', 'thisQuarter', 'lastQuarter', 'nextQuarter'] as const).map((kind) => ({ kind })),
  ...(['thisHalfYear', 'nextHalfYear', 'thisYear', 'lastYear', 'nextYear'] as const).map((kind) => ({ kind })),
  { kind: 'pastDays', days: 3 },
  { kind: 'nextDays', days: 100 },
  { kind: 'past', unit: 'year', count: 3 },
  { kind: 'next', unit: 'month', count: 4 },
)

function anyTextTest(columnId: number, otherId: number): fc.Arbitrary<Filter> {
  const value = fc.oneof(fc.constantFrom('精密', 'SHANG', '%', '_', "'", '上海精密', 'ärger'), fc.constant({ kind: 'column', columnId: otherId }))
  return on<object>(
    columnId,
    asked(['contains', 'notContains', 'is', 'isNot', 'startsWith', 'endsWith'], value),
    asked(['matches', 'notMatches'], fc.constantFrom('^上', '密$', 's.*i', "[%']", '^\\p{Script=Han}+$', '(\\d|é)+')),
    asked(['isAnyOf', 'isNoneOf'], fc.subarray(['精密', 'SHANGHAI', 'ärger 12'])),
    asked(['lengthEquals', 'longerThan', 'shorterThan'], fc.constantFrom(0, 2, 7)),
    only('isEmpty', 'isNotEmpty'),
  )
}

function anyNumberTest(columnId: number, otherId: number): fc.Arbitrary<Filter> {
  const value = fc.oneof(fc.constantFrom(-1.5, 0, 1, 99.99), fc.constant({ kind: 'column', columnId: otherId }))
  return on<object>(
    columnId,
    asked(['equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'], value),
    asked(['between', 'notBetween'], fc.constantFrom({ from: 0, to: 1 }, { from: 1, to: 0 }, { from: -2, to: 1e9 })),
    asked(['equalsAny', 'equalsNone'], fc.subarray([-1.5, 0, 99.99])),
    only('isEmpty', 'isNotEmpty'),
  )
}

function anyDateTest(columnId: number, otherId: number): fc.Arbitrary<Filter> {
  const value = fc.oneof(
    term,
    fc.constantFrom(
      { kind: 'column', columnId: otherId },
      { kind: 'column', columnId: otherId, days: 1 },
      { kind: 'column', columnId: otherId, days: -3 },
    ),
  )
  return on<object>(
    columnId,
    asked(['onDate', 'notOnDate', 'before', 'after', 'onOrBefore', 'onOrAfter'], value),
    asked(['betweenDates', 'notBetweenDates'], fc.record({ from: term, to: term })),
    asked(['within', 'notWithin', 'anniversaryWithin'], period),
    asked(['onWeekday'], fc.subarray([1, 3, 7])),
    asked(['inMonth'], fc.subarray([2, 3, 11])),
    only('isEmpty', 'isNotEmpty'),
  )
}

function anyFilter(ids: Ids): fc.Arbitrary<Filter> {
  const some = (values: number[]) => fc.subarray(values, { minLength: 1 })
  const rowTest = fc.oneof(anyTextTest(ids.rowText, 9999), anyNumberTest(ids.rowNumber, 9999))
  const condition = fc.oneof(
    anyTextTest(ids.text, ids.other),
    anyNumberTest(ids.number, ids.least),
    anyDateTest(ids.day, ids.time),
    anyDateTest(ids.time, ids.day),
    on(ids.done, only('isChecked', 'isUnchecked')),
    on<object>(ids.owner, only('isMe', 'isNotMe', 'isEmpty'), asked(['anyOf', 'noneOf'], some([1, 2]))),
    on<object>(ids.option, only('isEmpty', 'isNotEmpty'), asked(['anyOf', 'noneOf'], some([1, 2, 3]))),
    on<object>(ids.many, only('isEmpty', 'isNotEmpty'), asked(['anyOf', 'noneOf', 'allOf', 'exactly'], some([1, 2, 3]))),
    on<object>(
      ids.linked,
      only('isEmpty', 'isNotEmpty'),
      asked(['anyOf', 'noneOf', 'allOf', 'exactly'], some(ids.rows)),
      asked(['linksEqual', 'linksMoreThan', 'linksFewerThan'], fc.constantFrom(0, 1, 2)),
      asked(
        ['linkedAny', 'linkedAll', 'linkedNone'],
        fc.oneof(rowTest, fc.record({ kind: fc.constantFrom('and', 'or'), items: fc.array(rowTest, { maxLength: 2 }) })),
      ),
    ),
    // A column that is gone says nothing.
    on(8888, only('isEmpty')),
  )
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc
      .tuple(
        fc.oneof(
          { maxDepth: 4, depthSize: 'small' },
          condition,
          fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), items: fc.array(tie('filter'), { maxLength: 3 }) }),
        ),
        fc.nat(9),
      )
      .map(([filter, dice]): Filter => (dice === 0 ? { ...filter, off: true } : filter)),
  })).filter
}

/** What is generated is parsed like anything else that comes in. */
const filterOf = (given: unknown): Filter => filterSchema.parse(given)

async function madeBase() {
  const { engine } = temporaryBase({ clock: { today: () => today, now: () => `${today}T12:00:00` } })
  for (const name of ['李雷', '韩梅梅']) valueOf(await engine.run('members.create', { name }))
  valueOf(await engine.run('base.setActor', { memberId: 1 }))
  const other = valueOf(await engine.run('tables.create', { name: '另' }))
  const table = valueOf(await engine.run('tables.create', { name: 'T' }))
  const create = async (
    tableId: number,
    name: string,
    type: Column['type'],
    settings: Record<string, unknown> = { ...columnKind(type).defaultSettings },
  ): Promise<number> => {
    const input: OperationInput<'columns.create'> = { tableId, name, type, settings }
    return valueOf(await engine.run('columns.create', input)).id
  }
  const options = { options: [1, 2, 3].map((id) => ({ id, name: `选项${id}`, color: 'blue' })) }
  const rowText = await create(other.id, '文字', 'text')
  const rowNumber = await create(other.id, '数', 'number')
  const { ids: rows } = valueOf(
    await engine.run('rows.insert', {
      tableId: other.id,
      rows: otherRows.map(([text, number]) => ({
        cells: [
          { columnId: rowText, value: text },
          { columnId: rowNumber, value: number },
        ],
      })),
    }),
  )
  const ids: Ids = {
    text: await create(table.id, '文字', 'text'),
    other: await create(table.id, '文字二', 'text'),
    number: await create(table.id, '数', 'number'),
    least: await create(table.id, '数二', 'number'),
    day: await create(table.id, '日', 'date'),
    time: await create(table.id, '时', 'dateTime'),
    option: await create(table.id, '选', 'singleSelect', options),
    many: await create(table.id, '多', 'multipleSelect', options),
    done: await create(table.id, '完', 'checkbox'),
    owner: await create(table.id, '人', 'member'),
    linked: valueOf(
      await engine.run('columns.createLink', {
        tableId: table.id,
        name: '链',
        multiple: true,
        otherTableId: other.id,
        otherName: '回',
        otherMultiple: true,
      }),
    ).column.id,
    rowText,
    rowNumber,
    rows,
  }
  return { engine, tableId: table.id, ids }
}

test('a filter lets through the rows it says, and no others', async () => {
  const { engine, tableId, ids } = await madeBase()
  const linkedRows = otherRows.map(([text, number], at): PlainRow => ({
    id: ids.rows[at] ?? 0,
    cells: new Map<number, string | number | null>([
      [ids.rowText, text],
      [ids.rowNumber, number],
    ]),
  }))
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCells, { minLength: 1, maxLength: 12 }),
      fc.array(anyFilter(ids), { minLength: 4, maxLength: 4 }),
      async (given, filters) => {
        const cellsOf = (cells: Cells) => [
          { columnId: ids.text, value: cells.text },
          { columnId: ids.other, value: cells.other },
          { columnId: ids.number, value: cells.number },
          { columnId: ids.least, value: cells.least },
          { columnId: ids.day, value: cells.day },
          { columnId: ids.time, value: cells.time },
          { columnId: ids.option, value: cells.option },
          { columnId: ids.many, value: cells.many.length === 0 ? null : JSON.stringify(cells.many) },
          { columnId: ids.done, value: cells.done },
          { columnId: ids.owner, value: cells.owner },
        ]
        const { ids: made } = valueOf(
          await engine.run('rows.insert', {
            tableId,
            rows: given.map((cells) => ({
              cells: cellsOf(cells),
              links: [{ columnId: ids.linked, rowIds: cells.linked.map((at) => ids.rows[at] ?? 0) }],
            })),
          }),
        )
        const rows = given.map((cells, at): PlainRow => {
          const linked = cells.linked.flatMap((place) => linkedRows[place] ?? [])
          const plain = cellsOf(cells).map(({ columnId, value }) => [columnId, columnId === ids.many ? cells.many : value] as const)
          return {
            id: made[at] ?? 0,
            cells: new Map<number, PlainRow['cells'] extends ReadonlyMap<number, infer Cell> ? Cell : never>([...plain, [ids.linked, linked]]),
          }
        })
        const answers = []
        try {
          for (const filter of filters) {
            for (const found of JSON.stringify(filter).matchAll(/"operator":"(\w+)"/gu)) seen.add(String(found[1]))
            const page = valueOf(
              await engine.run('rows.page', { tableId, query: { ...emptyRowQuery, filter }, columnIds: [], offset: 0, limit: 1000 }),
            )
            const found = page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
            answers.push({ filter, found, expected: rows.filter((row) => passes(row, filter, today, 1)).map((row) => row.id) })
          }
        } finally {
          valueOf(await engine.run('history.undo', {}))
        }
        for (const { filter, found, expected } of answers) expect({ filter, found }).toEqual({ filter, found: expected })
      },
    ),
    { numRuns: 250 },
  )
  // Every operator that a column offers was asked.
  const offered = new Set(
    (['text', 'number', 'date', 'member', 'multipleSelect', 'checkbox', 'link'] as const).flatMap((type) => columnKind(type).operators),
  )
  expect([...offered].filter((operator) => !seen.has(operator))).toEqual([])
})
