import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { contentOf } from '../support/contentOf.ts'
import { act, undoable, type WriteName } from '../support/everyWrite.ts'
import { beginWith, worldOf } from '../support/everyWriteBook.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const deed = fc.record({ name: fc.constantFrom(...undoable), numbers: fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 }) })

/** Ids of what was done and stands, the latest first. */
async function done(engine: Engine, after: number): Promise<number> {
  const entries = valueOf(await engine.run('history.list', { limit: 200 }))
  return entries.filter((entry) => entry.id > after && !entry.undone).length
}

/** Each write a few times in a row, with numbers that differ among themselves, so that chance leaves none out. */
const ofEach = undoable.map((name): [{ name: WriteName; numbers: number[] }[]] => [
  [0, 1, 2, 3, 4, 5].map((at) => ({ name, numbers: [1, 3, 5, 7, 11, 13].map((step, index) => at * step + index) })),
])

/** What the base holds once the search indexes that are due are made. */
async function settled(engine: Engine, path: string): Promise<Record<string, unknown[]>> {
  while (valueOf(await engine.run('search.state', {})) !== null);
  return contentOf(path)
}

test('whatever is written, by any operation and in any order, is undone step by step and redone, also after a restart', async () => {
  const seen = new Set<WriteName>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 10 }), async (deeds) => {
      const { engine: first, path } = temporaryBase()
      const folder = temporaryFolder()
      await beginWith(first)
      const begin = valueOf(await first.run('history.list', {}))[0]?.id ?? 0
      /** What the base held before each step that can be undone. */
      const states = [await settled(first, path)]
      for (const { name, numbers } of deeds) {
        const isDone = await act(name, await worldOf(first, folder, numbers))
        // What changed nothing is no step, and what was refused left nothing behind.
        if ((await done(first, begin)) < states.length) expect(await settled(first, path)).toEqual(states.at(-1))
        else states.push(await settled(first, path))
        if (isDone) seen.add(name)
      }
      for (let step = states.length - 2; step >= 0; step -= 1) {
        valueOf(await first.run('history.undo', {}))
        expect(await settled(first, path)).toEqual(states[step])
      }
      await first.close()
      const again = openEngine(path)
      for (let step = 1; step < states.length; step += 1) {
        valueOf(await again.run('history.redo', {}))
        expect(await settled(again, path)).toEqual(states[step])
      }
      for (let step = states.length - 2; step >= 0; step -= 1) valueOf(await again.run('history.undo', {}))
      expect(await settled(again, path)).toEqual(states[0])
      await again.close()
    }),
    { numRuns: 30 + ofEach.length, examples: ofEach },
  )
  // Of hundreds of deeds each kind has found something to do.
  expect(undoable.filter((name) => !seen.has(name))).toEqual([])
})
