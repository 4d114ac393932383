import * as formulajs from '@formulajs/formulajs'
import { expect, test } from 'vitest'
import { inUnit } from '#main/engine/compute/formula/functions/units.ts'

const groups = [
  ['m', 'km', 'cm', 'mm', 'in', 'ft', 'yd', 'mi', 'Nmi'],
  ['g', 'kg', 'lbm', 'ozm'],
  ['ha', 'ft2', 'uk_acre'],
  ['l', 'gal', 'oz', 'm3', 'barrel'],
  ['sec', 'mn', 'hr', 'day'],
]

test('units give what CONVERT of spreadsheets gives, and back', () => {
  const wrong: unknown[] = []
  for (const group of groups) {
    for (const from of group) {
      for (const to of group) {
        const [ours, theirs] = [inUnit(12.5, from, to) ?? Number.NaN, Number(formulajs.CONVERT(12.5, from, to))]
        const back = inUnit(ours, to, from) ?? Number.NaN
        if (!(Math.abs(ours - theirs) <= 1e-8 * Math.max(1, Math.abs(theirs)))) wrong.push({ from, to, ours, theirs })
        if (!(Math.abs(back - 12.5) <= 1e-9)) wrong.push({ from, to, back })
      }
    }
  }
  expect(wrong).toEqual([])
})

test('temperatures have points of their own', () => {
  expect(inUnit(68, 'F', 'C')).toBe(20)
  expect(inUnit(-40, '℃', '华氏度')).toBe(-40)
  expect(inUnit(0, 'K', 'C')).toBe(-273.15)
  expect(inUnit(1, 'C', 'm')).toBeNull()
})

test('Chinese units, capitals that do not matter, and what cannot be converted', () => {
  expect(inUnit(3, '斤', 'kg')).toBe(1.5)
  expect(inUnit(15, '亩', '公顷')).toBeCloseTo(1, 12)
  expect(inUnit(1, 'KG', '两')).toBe(20)
  expect(inUnit(1, 'ｍ^2', 'cm2')).toBeCloseTo(10_000, 8)
  expect(inUnit(1, 'kg', 'm')).toBeNull()
  expect(inUnit(1, '没有', 'm')).toBeNull()
})
