import { expect, test } from 'vitest'
import { fitsParent, keptCascade, offeredOptions } from '#shared/model/columns/cascade.ts'

const options = ['杭州', '宁波', '南京'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
const cascade = { parentColumnId: 9, offered: { '10': [1, 2], '11': [3, 99] } }
const settings = { options, cascade }

test('the options offered follow the parent, in their own order; without a parent option none', () => {
  const names = (parent: number | null) => offeredOptions(settings, parent).map(({ name }) => name)
  expect([names(10), names(11), names(12), names(null)]).toEqual([['杭州', '宁波'], ['南京'], [], []])
  expect(offeredOptions({ options }, null)).toEqual(options)
  expect(offeredOptions({ options, cascade: null }, 10)).toEqual(options)
})

test('an option that no longer goes with its parent is told; an empty cell and a removed option are not', () => {
  expect([fitsParent(settings, 10, 1), fitsParent(settings, 11, 1), fitsParent(settings, null, 1)]).toEqual([true, false, false])
  expect([fitsParent(settings, 11, null), fitsParent(settings, 11, 77)]).toEqual([true, true])
})

test('what is gone on either side leaves the cascade', () => {
  expect(keptCascade(cascade, [{ id: 11, name: '江苏', color: 'red' }], options)).toEqual({ parentColumnId: 9, offered: { '11': [3] } })
})
