import { expect, test } from 'vitest'
import type { Column, ColumnType } from '#shared/model/column.ts'
import { defaultsOfFilter } from '#shared/model/filterDefaults.ts'
import type { Filter } from '#shared/model/filter.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { columnOf } from './columns/columnOf.ts'

const options = { options: [1, 2, 3].map((id) => ({ id, name: `选项${id}`, color: 'blue' })) }
const columns = new Map<number, Column>(
  (
    [
      [1, 'singleSelect', options],
      [2, 'member', {}],
      [3, 'text', {}],
      [4, 'number', columnKind('number').defaultSettings ?? {}],
      [5, 'date', {}],
      [6, 'multipleSelect', options],
      [7, 'checkbox', {}],
      [8, 'link', { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 9, multiple: true }],
      [9, 'createdBy', {}],
      [10, 'singleSelect', options],
      [11, 'dateTime', {}],
      [12, 'email', {}],
    ] satisfies [number, ColumnType, object][]
  ).map(([id, type, settings]) => [id, { ...columnOf(type, settings), id }]),
)

function defaults(filter: Filter, me: number | null = 7) {
  const { cells, links } = defaultsOfFilter(filter, {
    column: (id) => columns.get(id),
    isFilled: (id) => id === 10,
    me,
    members: [],
    today: '2026-11-22',
    lang: 'zh-CN',
  })
  return {
    ...Object.fromEntries(cells.map(({ columnId, value }) => [columnId, value])),
    ...Object.fromEntries(links.map(({ columnId, rowIds }) => [columnId, rowIds])),
  }
}

test('what the filter pins is what a new row gets', () => {
  const pinned = defaults({
    kind: 'and',
    items: [
      { kind: 'condition', columnId: 1, operator: 'anyOf', value: [2] },
      { kind: 'and', items: [{ kind: 'condition', columnId: 2, operator: 'isMe' }] },
      { kind: 'condition', columnId: 3, operator: 'is', value: '精密' },
      { kind: 'or', items: [{ kind: 'condition', columnId: 4, operator: 'equal', value: 5 }] },
      { kind: 'condition', columnId: 5, operator: 'within', value: { kind: 'tomorrow' } },
      { kind: 'condition', columnId: 6, operator: 'allOf', value: [3, 1] },
      { kind: 'condition', columnId: 7, operator: 'isChecked' },
      { kind: 'condition', columnId: 8, operator: 'anyOf', value: [44] },
    ],
  })
  expect(pinned).toEqual({ 1: 2, 2: 7, 3: '精密', 4: 5, 5: '2026-11-23', 6: '[3,1]', 7: 1, 8: [44] })
})

test('what leaves a choice pins nothing', () => {
  const open: Filter[] = [
    { kind: 'condition', columnId: 1, operator: 'anyOf', value: [1, 2] },
    { kind: 'condition', columnId: 1, operator: 'noneOf', value: [1] },
    { kind: 'condition', columnId: 3, operator: 'contains', value: '精密' },
    { kind: 'condition', columnId: 3, operator: 'is', value: { kind: 'column', columnId: 12 } },
    { kind: 'condition', columnId: 5, operator: 'within', value: { kind: 'thisWeek' } },
    { kind: 'condition', columnId: 11, operator: 'onDate', value: { kind: 'today' } },
    { kind: 'condition', columnId: 12, operator: 'is', value: 'no address' },
    { kind: 'condition', columnId: 4, operator: 'equal', value: 5, off: true },
    {
      kind: 'or',
      items: [
        { kind: 'condition', columnId: 4, operator: 'equal', value: 5 },
        { kind: 'condition', columnId: 7, operator: 'isChecked' },
      ],
    },
    // What the engine or a scheme fills is not typed, and nobody is at the keyboard.
    { kind: 'condition', columnId: 9, operator: 'isMe' },
    { kind: 'condition', columnId: 10, operator: 'anyOf', value: [1] },
    { kind: 'condition', columnId: 99, operator: 'equal', value: 1 },
  ]
  for (const filter of open) expect({ filter, given: defaults(filter) }).toEqual({ filter, given: {} })
  expect(defaults({ kind: 'condition', columnId: 2, operator: 'isMe' }, null)).toEqual({})
})
