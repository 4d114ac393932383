import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnType } from '#shared/model/column.ts'
import type { Condition } from '#shared/model/filter.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function tableOf(types: readonly { type: ColumnType; settings?: Record<string, unknown> }[]) {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '表' }))
  const columns: Column[] = []
  for (const [place, { type, settings = {} }] of types.entries()) {
    columns.push(valueOf(await engine.run('columns.create', { tableId: table.id, name: `${type} ${place}`, type, settings })))
  }
  const insert = (values: readonly CellValue[]) =>
    engine.run('rows.insert', {
      tableId: table.id,
      rows: [{ cells: columns.map(({ id }, place) => ({ columnId: id, value: values[place] ?? null })) }],
    })
  const rows = async () => {
    const page = valueOf(
      await engine.run('rows.page', { tableId: table.id, query: emptyRowQuery, columnIds: columns.map(({ id }) => id), offset: 0, limit: 100 }),
    )
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
  }
  return { engine, table, columns, insert, rows }
}

test('url, duration, rating and progress are stored as they are, and what they cannot hold is refused', async () => {
  const book = await tableOf([
    { type: 'url' },
    { type: 'duration', settings: { format: 'h:mm:ss' } },
    { type: 'rating', settings: { max: 3, icon: 'heart' } },
    { type: 'progress' },
  ])
  valueOf(await book.insert(['https://example.com', 5400, 3, 0.25]))
  const refused: [number, CellValue][] = [
    [0, 'javascript:alert(1)'],
    [0, 'example.com'],
    [1, '1:30'],
    [2, 4],
    [2, 1.5],
    [2, 0],
    [3, 1.01],
    [3, -0.1],
  ]
  for (const [place, value] of refused) {
    const cells = [null, null, null, null].map((empty, at) => (at === place ? value : empty))
    expect(await book.insert(cells)).toMatchObject({ ok: false, failure: { code: 'cell.invalid' } })
  }
  expect(await book.rows()).toEqual([['https://example.com', 5400, 3, 0.25]])
})

test('durations are added up, ratings averaged, and both are filtered as numbers', async () => {
  const book = await tableOf([{ type: 'duration' }, { type: 'rating' }])
  for (const [seconds, stars] of [
    [5400, 2],
    [1800, 5],
    [null, 3],
  ] as const)
    valueOf(await book.insert([seconds, stars]))
  const [duration, rating] = book.columns
  const query = { ...emptyRowQuery, filter: { kind: 'condition' as const, columnId: rating?.id ?? 0, operator: 'greater' as const, value: 2 } }
  const statistics = [
    { columnId: duration?.id ?? 0, statistic: 'sum' as const },
    { columnId: rating?.id ?? 0, statistic: 'average' as const },
  ]
  expect(valueOf(await book.engine.run('rows.statistics', { tableId: book.table.id, query, statistics }))).toEqual([1800, 4])
})

test('several members in one cell: me, any of, all of, exactly; counted for each', async () => {
  const { engine } = temporaryBase()
  const team = []
  for (const name of ['李雷', '韩梅梅', '王伟']) team.push(valueOf(await engine.run('members.create', { name })).id)
  const [first = 0] = team
  valueOf(await engine.run('base.setActor', { memberId: first }))
  const table = valueOf(await engine.run('tables.create', { name: '表' }))
  const people = valueOf(await engine.run('columns.create', { tableId: table.id, name: '参与人', type: 'members', settings: {} }))
  const rows = ['[1,2]', '[2]', '[3,1]', null].map((value) => ({ cells: [{ columnId: people.id, value }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows }))
  for (const value of ['[1,1]', '[99]', '[]', '1', 1]) {
    expect(await engine.run('rows.insert', { tableId: table.id, rows: [{ cells: [{ columnId: people.id, value }] }] })).toMatchObject({ ok: false })
  }
  const filtered = async (condition: Condition) => {
    const query = { ...emptyRowQuery, filter: condition }
    const page = valueOf(await engine.run('rows.page', { tableId: table.id, query, columnIds: [], offset: 0, limit: 10 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [ids.indexOf(item.id)] : []))
  }
  const of = (operator: 'anyOf' | 'allOf' | 'noneOf' | 'exactly', value: number[]) =>
    filtered({ kind: 'condition', columnId: people.id, operator, value })
  expect(await of('anyOf', [2, 3])).toEqual([0, 1, 2])
  expect(await of('allOf', [1, 2])).toEqual([0])
  expect(await of('noneOf', [1])).toEqual([1, 3])
  expect(await of('exactly', [1, 3])).toEqual([2])
  expect(await filtered({ kind: 'condition', columnId: people.id, operator: 'isMe' })).toEqual([0, 2])
  const dimensions = [{ columnId: people.id }]
  const counted = valueOf(await engine.run('stats.group', { tableId: table.id, filter: null, dimensions, measure: { kind: 'count' } }))
  expect(new Map(counted.groups.map(({ keys, count }) => [keys[0], count]))).toEqual(
    new Map([
      [1, 2],
      [2, 2],
      [3, 1],
      [null, 1],
    ]),
  )
})

test('a cascading select refuses nothing, and its parent is another single select of the table', async () => {
  const parentOptions = [{ id: 1, name: '浙江', color: 'blue' }]
  const book = await tableOf([{ type: 'singleSelect', settings: { options: parentOptions } }, { type: 'text' }])
  const [parent, text] = book.columns
  const options = [
    { id: 1, name: '杭州', color: 'blue' },
    { id: 2, name: '南京', color: 'red' },
  ]
  const make = (parentColumnId: number) =>
    book.engine.run('columns.create', {
      tableId: book.table.id,
      name: `城市 ${parentColumnId}`,
      type: 'singleSelect',
      settings: { options, cascade: { parentColumnId, offered: { '1': [1] } } },
    })
  expect(await make(text?.id ?? 0)).toMatchObject({ ok: false, failure: { code: 'column.invalid' } })
  const city = valueOf(await make(parent?.id ?? 0))
  const cells = [
    { columnId: parent?.id ?? 0, value: 1 },
    { columnId: city.id, value: 2 },
  ]
  valueOf(await book.engine.run('rows.insert', { tableId: book.table.id, rows: [{ cells }] }))
  valueOf(await book.engine.run('columns.update', { columnId: city.id, settings: { cascade: null } }))
  valueOf(await book.engine.run('columns.delete', { columnId: parent?.id ?? 0 }))
})
