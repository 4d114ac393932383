import { expect, test } from 'vitest'
import { fineNumber } from '#shared/lib/fineNumber.ts'

test.each([
  [4.41353, '4.4135'],
  [-9582.42556, '-9,582.4256'],
  [946, '946'],
  [0, '0'],
  [0.05, '0.0500'],
  [0.000429796, '0.000430'],
  [0.00001234, '0.0000123'],
  [1e-15, '1.00e-15'],
  [4.2e16, '4.20e+16'],
])('%d is written %s', (value, text) => {
  expect(fineNumber(value)).toBe(text)
})
