import { expect, test } from 'vitest'
import { grouped } from '#main/engine/classify/moveGroups.ts'
import { addDays } from '#shared/lib/days.ts'
import { customerBook } from '../support/customerBook.ts'
import { gradeBook } from '../support/gradeBook.ts'
import { valueOf } from '../support/valueOf.ts'

test('moves close together and for one reason are one group', () => {
  const at = (seconds: number, why: string, id = seconds) => {
    return { id, from: null, to: 1, at: new Date(Date.UTC(2026, 2, 1) + seconds * 1000).toISOString(), why }
  }
  const newestFirst = [at(30, 'edit'), at(20, 'import'), at(19, 'import'), at(17.5, 'import'), at(17, 'edit'), at(10, 'edit')]
  expect(grouped(newestFirst, 10, 2).map((group) => group.count)).toEqual([1, 3, 1, 1])
  expect(grouped(newestFirst, 2, 2).map(({ count, ids }) => [count, ids])).toEqual([
    [1, [30]],
    [3, [20, 19]],
  ])
})

test('all moves of a very large change are counted', async () => {
  const book = await gradeBook({ start: '2026-03-01' })
  const many = 21_000
  await book.insertAll(Array.from({ length: many }, (_, index) => (index % 3 === 0 ? 150 : 50)))
  await book.updateAll(300)
  const [group, ...others] = valueOf(await book.engine.run('classes.moveGroups', { schemeId: book.scheme.id, each: 5 }))
  expect(others).toEqual([])
  expect(group).toMatchObject({ count: many, flows: [{ count: 14_000 }, { count: 7000 }] })
  expect(group?.moves).toHaveLength(5)
  await book.engine.close()
})

test('a change of many rows is one group, with the ways they went', async () => {
  const today = '2026-03-01'
  const book = await customerBook({ today })
  const ids: number[] = []
  for (let each = 0; each < 12; each += 1) {
    ids.push(await book.insert('customer', { 'customer.name': `客户${each}`, 'customer.handleBy': addDays(today, each < 9 ? 3 : 20) }))
  }
  const { id: schemeId } = book.scheme('urgency')
  const columnId = book.column('customer.handleBy').id
  const rows = ids.map((id) => ({ id, cells: [{ columnId, value: addDays(today, 60) }] }))
  valueOf(await book.engine.run('rows.update', { tableId: book.table('customer'), rows }))
  const [group] = valueOf(await book.engine.run('classes.moveGroups', { schemeId, each: 5 }))
  const option = (code: string) => book.option('customer.urgency', code)
  expect(group).toMatchObject({
    count: 12,
    flows: [
      { fromOptionId: option('urgent'), toOptionId: option('notUrgent'), count: 9 },
      { fromOptionId: option('soon'), toOptionId: option('notUrgent'), count: 3 },
    ],
  })
  expect(group?.moves).toHaveLength(5)
})
