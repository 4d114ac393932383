import { expect, test } from 'vitest'
import { useStrategyDrafts } from '#renderer/features/schemes/strategy/strategyDrafts.ts'

test('strategies that are being written wait, each for its class and scheme, until they are given up', () => {
  const { keep } = useStrategyDrafts.getState()
  const draft = { strategy: '说到一半', contactDays: null, actions: [] }
  keep('a', 1, draft)
  keep('a', 2, { ...draft, strategy: '另一类' })
  keep('b', 1, draft)
  keep('a', 1, null)
  expect(useStrategyDrafts.getState().drafts).toEqual({ a: { 2: { ...draft, strategy: '另一类' } }, b: { 1: draft } })
})
