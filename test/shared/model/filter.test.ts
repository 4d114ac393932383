import { expect, test } from 'vitest'
import {
  asksWhoLooks,
  columnsOfFilter,
  comparedColumn,
  dependsOnToday,
  filterSchema,
  inForce,
  linkedPartsOf,
  ownColumnsOfFilter,
  type Filter,
} from '#shared/model/filter.ts'

/** Every form that bases of the first format hold, as it stands in their JSON. */
const old = [
  '{"kind":"condition","columnId":1,"operator":"isEmpty"}',
  '{"kind":"condition","columnId":1,"operator":"isMe"}',
  '{"kind":"condition","columnId":1,"operator":"contains","value":"精密"}',
  '{"kind":"condition","columnId":1,"operator":"isNot","value":""}',
  '{"kind":"condition","columnId":1,"operator":"greaterOrEqual","value":-1.5}',
  '{"kind":"condition","columnId":1,"operator":"allOf","value":[1,2]}',
  '{"kind":"condition","columnId":1,"operator":"noneOf","value":[]}',
  '{"kind":"condition","columnId":1,"operator":"onDate","value":{"kind":"exact","date":"2026-11-22"}}',
  '{"kind":"condition","columnId":1,"operator":"notOnDate","value":{"kind":"yesterday"}}',
  '{"kind":"condition","columnId":1,"operator":"onOrBefore","value":{"kind":"daysAgo","days":365}}',
  '{"kind":"condition","columnId":1,"operator":"after","value":{"kind":"daysFromNow","days":0}}',
  '{"kind":"condition","columnId":1,"operator":"within","value":{"kind":"lastWeek"}}',
  '{"kind":"condition","columnId":1,"operator":"within","value":{"kind":"nextDays","days":30}}',
  '{"kind":"and","items":[]}',
  '{"kind":"or","items":[{"kind":"and","items":[{"kind":"condition","columnId":2,"operator":"isChecked"}]},{"kind":"condition","columnId":3,"operator":"less","value":7}]}',
]

test.each(old)('an old filter is read as it was written: %s', (text) => {
  expect(JSON.stringify(filterSchema.parse(JSON.parse(text)))).toBe(text)
})

const linked: Filter = {
  kind: 'and',
  items: [
    { kind: 'condition', columnId: 1, operator: 'before', value: { kind: 'column', columnId: 2, days: 7 } },
    {
      kind: 'condition',
      columnId: 3,
      operator: 'linkedAny',
      value: {
        kind: 'or',
        items: [
          { kind: 'condition', columnId: 40, operator: 'isNotMe' },
          {
            kind: 'condition',
            columnId: 41,
            operator: 'linkedNone',
            value: { kind: 'condition', columnId: 50, operator: 'notWithin', value: { kind: 'thisQuarter' } },
          },
        ],
      },
    },
    { kind: 'condition', columnId: 9, operator: 'isMe', off: true },
  ],
}

test('a filter knows what it reads, of its row and of linked rows', () => {
  expect(filterSchema.parse(JSON.parse(JSON.stringify(linked)))).toEqual(linked)
  expect(columnsOfFilter(linked)).toEqual([1, 2, 3, 40, 41, 50])
  expect(ownColumnsOfFilter(linked)).toEqual([1, 2, 3])
  expect(linkedPartsOf(linked).map((part) => [part.linkColumnId, ownColumnsOfFilter(part.filter)])).toEqual([[3, [40, 41]]])
})

test('what depends on the day and on who looks is found at any depth', () => {
  expect([dependsOnToday(linked), asksWhoLooks(linked)]).toEqual([true, true])
  expect(dependsOnToday({ kind: 'condition', columnId: 1, operator: 'before', value: { kind: 'column', columnId: 2, days: 7 } })).toBe(false)
  expect(dependsOnToday({ kind: 'condition', columnId: 1, operator: 'onWeekday', value: [1] })).toBe(false)
  expect(
    dependsOnToday({
      kind: 'condition',
      columnId: 1,
      operator: 'betweenDates',
      value: { from: { kind: 'exact', date: '2026-01-01' }, to: { kind: 'ago', unit: 'month', count: 1 } },
    }),
  ).toBe(true)
  expect(asksWhoLooks({ kind: 'condition', columnId: 1, operator: 'isMe', off: true })).toBe(false)
})

test('what is turned off says nothing, and a group with it', () => {
  const off: Filter = {
    kind: 'or',
    items: [
      { kind: 'condition', columnId: 1, operator: 'isEmpty' },
      { kind: 'and', items: [{ kind: 'condition', columnId: 2, operator: 'isEmpty', off: true }] },
    ],
  }
  expect(inForce(off)).toEqual({ kind: 'or', items: [{ kind: 'condition', columnId: 1, operator: 'isEmpty' }] })
  expect(inForce({ ...off, off: true })).toBeNull()
  expect(inForce({ kind: 'and', items: [] })).toEqual({ kind: 'and', items: [] })
})

test('patterns that could not be searched for are refused', () => {
  const pattern = (value: string) => filterSchema.safeParse({ kind: 'condition', columnId: 1, operator: 'matches', value }).success
  expect([pattern('^华.*司$'), pattern('('), pattern('(?=a)'), pattern('')]).toEqual([true, false, false, false])
})

test('the column compared with', () => {
  expect(comparedColumn({ kind: 'condition', columnId: 1, operator: 'less', value: { kind: 'column', columnId: 2 } })).toEqual({
    kind: 'column',
    columnId: 2,
  })
  expect(comparedColumn({ kind: 'condition', columnId: 1, operator: 'onDate', value: { kind: 'today' } })).toBeNull()
})
