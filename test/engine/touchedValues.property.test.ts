import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import type { Page } from '#shared/contract/records.ts'
import { canMakeLanes } from '#shared/model/viewLayout.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { groupKey } from '#shared/model/group.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { isTouched, readsOf } from '#renderer/client/reads.ts'
import { makeBook } from './support/book.ts'
import { act, undoable } from './support/everyWrite.ts'
import { beginWith, worldOf } from './support/everyWriteBook.ts'
import { temporaryBase, temporaryFolder } from './support/temporaryBase.ts'
import { valueOf } from './support/valueOf.ts'

/** One board over each column that can make lanes, with a read for each of its lanes, two cards at a time. */
async function laneReads(engine: Engine) {
  const { columns } = valueOf(await engine.run('base.describe', {}))
  return columns.filter(canMakeLanes).flatMap(({ id, tableId }) => {
    const columnIds = columns.filter((column) => column.tableId === tableId && column.type !== 'button').map((column) => column.id)
    const query = { ...emptyRowQuery, groups: [{ columnId: id, direction: 'ascending' as const }] }
    return [null, 1, 2].flatMap((value) => [0, 2].map((offset) => ({ tableId, query, columnIds, within: groupKey([value]), offset, limit: 2 })))
  })
}

/** The cards as they are drawn: their numbers in the whole list are not. */
const cards = (page: Page) => page.items.map((item) => (item.kind === 'row' ? { ...item, number: 0 } : item))

const deed = fc.record({
  name: fc.constantFrom(...undoable, 'rows.update' as const),
  numbers: fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 }),
})

test('whatever is written, taken back or done again, the lanes that are not named by the event are as they were read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(deed, fc.boolean()), { minLength: 3, maxLength: 8 }), async (deeds) => {
      const { engine } = temporaryBase()
      const folder = temporaryFolder()
      await beginWith(engine)
      const told: ChangedEvent[] = []
      engine.onChanged((event) => told.push(event))
      const steps = deeds.flatMap(([{ name, numbers }, isTakenBack]) => [
        async () => void (await act(name, await worldOf(engine, folder, numbers))),
        ...(isTakenBack ? [() => engine.run('history.undo', {}), () => engine.run('history.redo', {})] : []),
      ])
      for (const step of steps) {
        const asked = await laneReads(engine)
        const before = await Promise.all(asked.map((input) => engine.run('rows.page', input)))
        told.length = 0
        await step()
        for (const [at, input] of asked.entries()) {
          const was = before[at]
          const reads = readsOf('rows.page', input, null)
          if (was?.ok !== true || reads === null || told.some((event) => event.schema || isTouched(reads, event, was.value))) continue
          const now = await engine.run('rows.page', input)
          if (now.ok) expect(cards(now.value)).toEqual(cards(was.value))
        }
      }
      await engine.close()
    }),
    { numRuns: 6 },
  )
})

test('a card that is moved names its two lanes, by a person and by a rule', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: book.count.id }, bands: [{ from: 1, optionId: 2 }] }
  const scheme = { tableId: book.customers.id, code: 'bands', name: '活跃', targetColumnId: book.status.id, rule, fallbackOptionId: null }
  valueOf(await engine.run('schemes.create', scheme))
  const told: ChangedEvent[] = []
  engine.onChanged((event) => told.push(event))
  const valuesIn = (columnId: number) => new Set(told.flatMap((event) => event.tables.flatMap((table) => table.values?.[columnId] ?? [])))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [] }] }))
  const links = [{ columnId: book.link.column.id, rowIds: ids }]
  told.length = 0
  const followUp = { tableId: book.followUps.id, rows: [{ cells: [{ columnId: book.result.id, value: 1 }], links }] }
  const [id = 0] = valueOf(await engine.run('rows.insert', followUp)).ids
  expect([valuesIn(book.result.id), valuesIn(book.status.id)]).toEqual([new Set([1]), new Set([null, 2])])
  told.length = 0
  valueOf(await engine.run('rows.update', { tableId: book.followUps.id, rows: [{ id, cells: [{ columnId: book.result.id, value: 2 }] }] }))
  expect(valuesIn(book.result.id)).toEqual(new Set([1, 2]))
  told.length = 0
  valueOf(await engine.run('history.undo', {}))
  expect(valuesIn(book.result.id)).toEqual(new Set([1, 2]))
})
