import { expect, test } from 'vitest'
import { addBand, addShare, removeBand, removeShare } from '#renderer/features/schemes/lineEdit.ts'
import { ruleProblems } from '#renderer/features/schemes/ruleEdit.ts'
import type { RuleOf } from '#shared/model/scheme.ts'
import { bands, pareto } from './rules.ts'

const options = [1, 2, 3, 4, 5, 6].map((id) => ({ id, name: `类${id}`, color: 'red' }))

test('a band is added behind the last, with a class that has none', () => {
  expect(addBand(bands, options).bands.at(-1)).toEqual({ from: 190, optionId: 6 })
  expect(addBand({ ...bands, bands: bands.bands.slice(0, 1) }, options).bands.at(-1)).toEqual({ from: 0, optionId: 6 })
  const alive: RuleOf<'alive'> = { ...bands, kind: 'alive', orderDaysColumnId: 1, firstOrderColumnId: 2, lastOrderColumnId: 3, onceOptionId: null }
  expect(
    addBand(
      {
        ...alive,
        bands: [
          { from: null, optionId: 1 },
          { from: 0.7, optionId: 2 },
        ],
      },
      options,
    ).bands.at(-1)?.from,
  ).toBeCloseTo(0.85, 5)
})

test('a band is taken away; the lowest stays open below', () => {
  expect(removeBand(bands, 1).bands).toEqual([bands.bands[0], bands.bands[2]])
  expect(removeBand(bands, 0).bands).toEqual([{ from: null, optionId: 2 }, bands.bands[2]])
})

test('a class is put into the shares and the fixed numbers, or taken out of both; nothing is wrong then', () => {
  const more = addShare(pareto, options)
  expect(more.shares).toEqual([pareto.shares[0], pareto.shares[1], { below: 0.9, optionId: 6 }, pareto.shares[2]])
  expect(more.absolute).toEqual([pareto.absolute[0], pareto.absolute[1], { from: 100, optionId: 6 }, pareto.absolute[2]])
  expect(ruleProblems(more)).toEqual([])
  expect(removeShare(more, 2)).toEqual(pareto)
  expect(removeShare(pareto, 2).shares.at(-1)).toEqual({ below: 1, optionId: 2 })
  expect(ruleProblems(removeShare(pareto, 0))).toEqual([])
})
