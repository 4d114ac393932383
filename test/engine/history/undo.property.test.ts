import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { anyWrite, perform } from '../support/randomWrites.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('undoing everything restores the base to the byte of its content, and redoing everything brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 14 }), async (writes) => {
      const { engine, path } = temporaryBase()
      const book = await makeBook(engine)
      const begin = valueOf(await engine.run('history.list', {}))[0]?.id ?? 0
      const before = contentOf(path)
      for (const write of writes) await perform(engine, book, write)
      const after = contentOf(path)
      const done = valueOf(await engine.run('history.list', { limit: 200 })).filter((entry) => entry.id > begin).length
      for (let step = 0; step < done; step += 1) valueOf(await engine.run('history.undo', {}))
      expect(contentOf(path)).toEqual(before)
      for (let step = 0; step < done; step += 1) valueOf(await engine.run('history.redo', {}))
      expect(contentOf(path)).toEqual(after)
      await engine.close()
    }),
    { numRuns: 40 },
  )
})
