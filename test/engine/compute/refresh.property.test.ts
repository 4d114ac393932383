import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { anyWrite, perform } from '../support/randomWrites.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('cells kept up to date edit by edit equal cells computed from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 20 }), async (writes) => {
      const { engine, path } = temporaryBase()
      const book = await makeBook(engine)
      for (const write of writes) await perform(engine, book, write)
      const incremental = contentOf(path)
      valueOf(await engine.run('base.recompute', {}))
      expect(incremental).toEqual(contentOf(path))
      await engine.close()
    }),
    { numRuns: 40 },
  )
})
