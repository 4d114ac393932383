import { expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { conditionCount, draftOf, filterOf, newCondition, removeAt, replaceAt, withOperator } from '#renderer/filter/filterDraft.ts'
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
