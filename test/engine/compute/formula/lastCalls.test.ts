import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knowingLastCalls } from '#main/engine/compute/formula/functions/lastCalls.ts'
import { sqlFunctionsOf } from '#main/engine/compute/formula/functions/script.ts'

test('what is asked again within a few calls is not worked out again, and is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', null, 1, 0), { maxLength: 2 }), { maxLength: 30 }), (asked) => {
      let runs = 0
      const run = (values: readonly unknown[]): string => JSON.stringify(values)
      const knowing = knowingLastCalls((values: readonly unknown[]) => {
        runs++
        return run(values)
      })
      for (const values of asked) {
        expect(knowing(values)).toBe(run(values))
        const before = runs
        expect(knowing([...values])).toBe(run(values))
        expect(runs).toBe(before)
      }
    }),
  )
})

test('a script asked for its value and for its failure runs once', () => {
  let runs = 0
  const [value, failure] = sqlFunctionsOf([{ name: 'UPPER', mayBeEmpty: false, run: (text) => (runs++, String(text).toUpperCase()) }])
  expect([value?.run('a'), failure?.run('a'), value?.run('a')]).toEqual(['A', null, 'A'])
  expect(runs).toBe(1)
  expect(value?.run('b')).toBe('B')
  expect(runs).toBe(2)
})
