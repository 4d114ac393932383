import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { anyWrite, perform } from '../support/randomWrites.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** The book with its days counted and the usual gap between them. */
async function bookWithGaps() {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const rollup = async (name: string, settings: Record<string, unknown>) => {
    const all = { linkColumnId: book.link.inverse.id, orderColumnId: null, filter: null, ...settings }
    return valueOf(await engine.run('columns.create', { tableId: book.customers.id, name, type: 'rollup', settings: all })).id
  }
  const gap = await rollup('间隔', { function: 'medianGap', targetColumnId: book.at.id })
  const days = await rollup('天数', { function: 'countUnique', targetColumnId: book.at.id })
  const amounts = await rollup('几种金额', { function: 'countUnique', targetColumnId: book.amount.id })
  const growing = await rollup('变长', { function: 'growingGaps', targetColumnId: book.at.id })
  await rollup('有哪几种结果', { function: 'collect', targetColumnId: book.result.id })
  return { engine, path, book, columnIds: [gap, days, amounts, growing] }
}

test('usual gaps, gaps that grow, different values and options, kept up edit by edit, equal those computed from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 20 }), async (writes) => {
      const { engine, path, book } = await bookWithGaps()
      for (const write of writes) await perform(engine, book, write)
      const incremental = contentOf(path)
      valueOf(await engine.run('base.recompute', {}))
      expect(incremental).toEqual(contentOf(path))
      await engine.close()
    }),
    { numRuns: 20 },
  )
})

/** The same by hand: days in order, the differences sorted, the middle one or the mean of the two. */
function expected(times: readonly string[]): { gap: number | null; days: number; growing: number } {
  const days = [...new Set(times.map((time) => Date.parse(time.slice(0, 10)) / 86_400_000))].toSorted((one, other) => one - other)
  const inOrder = days.flatMap((day, index) => (index === 0 ? [] : [day - (days[index - 1] ?? 0)]))
  const stop = inOrder.findLastIndex((gap, index) => index > 0 && gap <= (inOrder[index - 1] ?? 0))
  const growing = Math.max(0, inOrder.length - 1 - Math.max(0, stop))
  const gaps = inOrder.toSorted((one, other) => one - other)
  const middle = [gaps[Math.floor((gaps.length - 1) / 2)], gaps[Math.floor(gaps.length / 2)]]
  const gap = gaps.length === 0 ? null : ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2
  return { gap, days: days.length, growing }
}

test('the usual gap is the median of the days between different days, and those at the end may grow; times of one day count once', async () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
  const time = fc.tuple(day, fc.constantFrom('T00:00', 'T09:30', 'T23:59')).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(time, { maxLength: 9 }), async (times) => {
      const { engine, book, columnIds } = await bookWithGaps()
      const { ids } = valueOf(
        await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: '甲' }] }] }),
      )
      const links = [{ columnId: book.link.column.id, rowIds: ids }]
      const rows = times.map((value) => ({
        cells: [
          { columnId: book.at.id, value },
          { columnId: book.amount.id, value: value.length },
        ],
        links,
      }))
      if (rows.length > 0) valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows }))
      const { cells } = valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId: ids[0] ?? 0 }))
      const { gap, days, growing } = expected(times)
      expect(columnIds.map((id) => cells[id])).toEqual([gap, days, times.length === 0 ? 0 : 1, growing])
      await engine.close()
    }),
    { numRuns: 25 },
  )
})

test.each(['medianGap', 'growingGaps', 'collect'])('of amounts there is no %s', async (rollupFunction) => {
  const { engine, book } = await bookWithGaps()
  const settings = { linkColumnId: book.link.inverse.id, targetColumnId: book.amount.id, function: rollupFunction, orderColumnId: null, filter: null }
  const refused = await engine.run('columns.create', { tableId: book.customers.id, name: '不行', type: 'rollup', settings })
  expect(refused.ok ? null : refused.failure.code).toBe('column.invalid')
})
