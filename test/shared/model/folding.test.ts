import { expect, test } from 'vitest'
import { allFolded, isFolded, noneFolded, withToggledFold } from '#shared/model/folding.ts'

test('one group at a time folds and unfolds', () => {
  const one = withToggledFold(noneFolded, '["a"]')
  expect(isFolded(new Set(one), '["a"]')).toBe(true)
  expect(isFolded(new Set(one), '["b"]')).toBe(false)
  expect(withToggledFold(one, '["a"]')).toEqual(noneFolded)
})

test('all groups fold at once, and one of them opens', () => {
  expect(isFolded(new Set(allFolded), '["anything"]')).toBe(true)
  const open = withToggledFold(allFolded, '["a"]')
  expect(isFolded(new Set(open), '["a"]')).toBe(false)
  expect(isFolded(new Set(open), '["b"]')).toBe(true)
})
