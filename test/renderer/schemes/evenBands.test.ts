import { expect, test } from 'vitest'
import { bandsAt } from '#renderer/features/schemes/evenBands.ts'
import type { RuleOf } from '#shared/model/scheme.ts'

const rule: RuleOf<'bands'> = {
  kind: 'bands',
  metric: { kind: 'column', columnId: 1 },
  bands: [
    { from: null, optionId: 1 },
    { from: 10, optionId: 2 },
    { from: 100, optionId: 3 },
  ],
}

test('bands take the bounds they are given, and stay as they are without', () => {
  expect(bandsAt(rule, [45_000, 78_000])).toMatchObject({ bands: [{ from: null }, { from: 45_000 }, { from: 78_000 }] })
  expect(bandsAt(rule, [])).toEqual(rule)
})
