import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame } from '#shared/lib/isSame.ts'

test('data is the same whatever the order of its fields, and not the same when one value differs', () => {
  expect(isSame({ a: 1, b: [{ c: null }, Number.NaN] }, { b: [{ c: null }, Number.NaN], a: 1 })).toBe(true)
  expect(isSame({ a: 1, gone: undefined }, { a: 1 })).toBe(true)
  for (const [one, other] of [
    [{ a: 1 }, { a: 2 }],
    [[1, 2], [1]],
    [[], {}],
    [null, {}],
    [{ a: null }, {}],
    ['1', 1],
  ])
    expect(isSame(one, other)).toBe(false)
})

test('any data is the same as itself read again from JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => isSame(JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(value)))),
  )
})
