import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { anyWrite, perform } from '../support/randomWrites.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** An edit makes rollups over one link in one pass over its rows; made anew as a whole, each asks for itself. */
test('every rollup made in one pass with others is what it is by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 12 }), async (writes) => {
      const { engine, path } = temporaryBase()
      const book = await makeBook(engine)
      const { amount, at, result } = book
      const talks = { kind: 'condition', columnId: result.id, operator: 'anyOf', value: [2] } as const
      const noTalks = { kind: 'condition', columnId: result.id, operator: 'noneOf', value: [2] } as const
      const rollups = [
        { function: 'count', targetColumnId: null, filter: talks },
        { function: 'sum', targetColumnId: amount.id, filter: noTalks },
        { function: 'average', targetColumnId: amount.id, filter: null },
        { function: 'average', targetColumnId: amount.id, filter: talks },
        { function: 'min', targetColumnId: amount.id, filter: noTalks },
        { function: 'countUnique', targetColumnId: at.id, filter: null },
        { function: 'countUnique', targetColumnId: at.id, filter: noTalks },
      ] as const
      for (const [place, settings] of rollups.entries()) {
        const rollup = { linkColumnId: book.link.inverse.id, orderColumnId: null, ...settings }
        valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: `汇总 ${place}`, type: 'rollup', settings: rollup }))
      }
      for (const write of writes) await perform(engine, book, write)
      const incremental = contentOf(path)
      valueOf(await engine.run('base.recompute', {}))
      expect(incremental).toEqual(contentOf(path))
      await engine.close()
    }),
    { numRuns: 20 },
  )
})
