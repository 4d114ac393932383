import { expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { comparableWith, conditionCount, draftOf, filterOf, newCondition, withOperator } from '#renderer/filter/filterDraft.ts'
import { dropPath, duplicateAt, moveTo, partAt, removeAt, replaceAt, stepFrom, unwrapAt, wrapAt, type Path } from '#renderer/filter/filterTree.ts'
import type { Column } from '#shared/model/column.ts'

const column: Column = {
  id: 5,
  uid: 'u',
  tableId: 1,
  name: '名称',
  role: null,
  position: 1,
  description: '',
  required: false,
  type: 'text',
  settings: {},
}

const nested: Filter = {
  kind: 'and',
  items: [
    { kind: 'condition', columnId: 1, operator: 'contains', value: '精密' },
    {
      kind: 'or',
      items: [
        { kind: 'condition', columnId: 2, operator: 'anyOf', value: [1, 3] },
        { kind: 'condition', columnId: 3, operator: 'within', value: { kind: 'pastDays', days: 30 } },
      ],
    },
  ],
}

test('a saved filter is shown and saved again as it was', () => {
  expect(filterOf(draftOf(nested))).toEqual(nested)
  expect(filterOf(draftOf(null))).toBeNull()
  expect(conditionCount(nested)).toBe(3)
})

test('one condition alone is shown as a group', () => {
  const alone: Filter = { kind: 'condition', columnId: 1, operator: 'isEmpty' }
  expect(filterOf(draftOf(alone))).toEqual({ kind: 'and', items: [alone] })
})

test('a condition without its value is not in force yet', () => {
  const begun = newCondition(column)
  expect(begun.operator).toBe('contains')
  expect(filterOf({ kind: 'and', items: [begun] })).toBeNull()
  expect(filterOf({ kind: 'and', items: [{ ...begun, value: '' }] })).toBeNull()
  expect(filterOf({ kind: 'and', items: [begun, { ...begun, value: '甲' }] })).toEqual({
    kind: 'and',
    items: [{ kind: 'condition', columnId: 5, operator: 'contains', value: '甲' }],
  })
})

test('another operator keeps the value where it fits', () => {
  const said = { ...newCondition(column), value: '甲' }
  expect(withOperator(said, 'startsWith').value).toBe('甲')
  expect(withOperator(said, 'greater').value).toBeNull()
})

test('parts are changed and removed where they stand', () => {
  const draft = draftOf(nested)
  const other = { kind: 'condition', columnId: 9, operator: 'isEmpty', value: null } as const
  expect(filterOf(replaceAt(draft, [1, 0], other))).toMatchObject({ items: [{ columnId: 1 }, { items: [{ columnId: 9 }, { columnId: 3 }] }] })
  expect(filterOf(removeAt(draft, [1, 1]))).toMatchObject({ items: [{ columnId: 1 }, { items: [{ columnId: 2 }] }] })
  expect(filterOf(removeAt(draft, [0]))).toMatchObject({ items: [{ kind: 'or' }] })
})

test('what is turned off is kept and not counted', () => {
  const off: Filter = {
    kind: 'and',
    items: [
      { kind: 'condition', columnId: 1, operator: 'isEmpty', off: true },
      { kind: 'or', items: [nested], off: true },
    ],
  }
  expect(filterOf(draftOf(off))).toEqual(off)
  expect(conditionCount(off)).toBe(0)
})

test('what is asked of linked rows is a group of its own', () => {
  const linked: Filter = { kind: 'and', items: [{ kind: 'condition', columnId: 1, operator: 'linkedAny', value: nested }] }
  expect(filterOf(draftOf(linked))).toEqual(linked)
  expect(filterOf({ kind: 'and', items: [withOperator(newCondition(column), 'linkedAny')] })).toBeNull()
})

test('columns are compared with those that mean the same kind of thing', () => {
  const others: Column[] = [
    { ...column, id: 6, type: 'number', settings: { format: 'plain', decimals: 0, thousands: false, symbol: '' } },
    { ...column, id: 7, type: 'longText', settings: {} },
    { ...column, id: 8, type: 'date', settings: {} },
    { ...column, id: 9, type: 'createdTime', settings: {} },
  ]
  const idsFor = (one: Column) => comparableWith(one, [column, ...others], (shown) => shown).map(({ id }) => id)
  expect(idsFor(column)).toEqual([7])
  expect(others.map(idsFor)).toEqual([[], [5], [9], [8]])
})

test('moved up again and again, a part visits every place before it', () => {
  let draft = draftOf({ kind: 'and', items: [nested, { kind: 'condition', columnId: 9, operator: 'isEmpty' }] })
  const visited: Path[] = []
  let place: Path | null = [1]
  while (place !== null) {
    visited.push(place)
    const next = stepFrom(draft, place, -1)
    if (next !== null) draft = moveTo(draft, place, next)
    place = next
  }
  expect(visited).toEqual([[1], [0, 2], [0, 1, 2], [0, 1, 1], [0, 1, 0], [0, 1], [0, 0], [0]])
  expect(partAt(draft, [0])).toMatchObject({ columnId: 9 })
  for (place = [0]; place !== null;) {
    const next: Path | null = stepFrom(draft, place, 1)
    if (next !== null) draft = moveTo(draft, place, next)
    place = next
  }
  expect(filterOf(draft)).toEqual({ kind: 'and', items: [nested, { kind: 'condition', columnId: 9, operator: 'isEmpty' }] })
})

test('parts are copied, wrapped, dissolved and dropped on others', () => {
  const draft = draftOf(nested)
  expect(filterOf(duplicateAt(draft, [1, 0]))).toMatchObject({ items: [{}, { items: [{ columnId: 2 }, { columnId: 2 }, { columnId: 3 }] }] })
  expect(filterOf(wrapAt(draft, [0]))).toMatchObject({ items: [{ kind: 'or', items: [{ columnId: 1 }] }, {}] })
  expect(filterOf(unwrapAt(draft, [1]))).toMatchObject({ items: [{ columnId: 1 }, { columnId: 2 }, { columnId: 3 }] })
  expect(dropPath([0], [0, 1])).toBeNull()
  expect(dropPath([0], [1, 1])).toEqual([0, 1])
  expect(dropPath([1, 1], [0])).toEqual([0])
  // A group that is left empty goes.
  expect(filterOf(moveTo(moveTo(draft, [1, 0], [0]), [2, 0], [0]))).toMatchObject({ items: [{ columnId: 3 }, { columnId: 2 }, { columnId: 1 }] })
})
