import { expect, test } from 'vitest'
import { typedNumber } from '#renderer/features/schemes/typedNumber.ts'

test('nothing typed is no number', () => {
  expect([undefined, '', '  '].map(typedNumber)).toEqual(['', '', ''])
  expect(typedNumber('0')).toBe(0)
})

test('commas and full-width digits are read', () => {
  expect(typedNumber('1,200.5')).toBe(1200.5)
  expect(typedNumber('１２００')).toBe(1200)
  expect(typedNumber('-3')).toBe(-3)
  expect(typedNumber('abc')).toBeNaN()
})
