import { expect, test } from 'vitest'
import type { ColorRule } from '#shared/model/coloring.ts'
import { optionColors } from '#shared/model/optionColors.ts'
import type { RowLine } from '#renderer/grid/gridLine.ts'
import { colorOf, rowColors } from '#renderer/grid/rowColors.ts'
import { palettes } from '#renderer/ui/tokens/palette.ts'
import { contrast, mixed } from '../ui/contrast.ts'

const line = (marks: RowLine['marks']): RowLine => ({
  kind: 'row',
  id: 1,
  number: 1,
  cells: [],
  places: new Map(),
  heads: [],
  ...(marks && { marks }),
})
const none = () => null
const red: ColorRule = { kind: 'filter', filter: null, color: 'red', target: { kind: 'row' } }
const cells: ColorRule = { kind: 'duplicates', columnId: 7, color: 'blue', target: { kind: 'cells', columnIds: [7, 8] } }
const option: ColorRule = { kind: 'option', columnId: 9, target: { kind: 'row' } }

test('of several rules for a row the first that gives a colour counts; cells have rules of their own', () => {
  const colors = rowColors([red, cells, option], (columnId, id) => (columnId === 9 && id === 2 ? 'green' : null))
  expect(colors.mark(line([1, 0, 2]))).toEqual({ color: 'var(--option-red)', rule: 0 })
  expect(colors.mark(line([0, 0, 2]))).toEqual({ color: 'var(--option-green)', rule: 2 })
  expect(colors.mark(line([0, 1, null]))).toBeNull()
  expect(colors.cell(line([1, 1, 2]), 8)).toBe('var(--option-blue)')
  expect(colors.cell(line([1, 1, 2]), 9)).toBeNull()
  // A page read before the rule was made.
  expect(colors.mark(line(undefined))).toBeNull()
})

test('a scale runs evenly through its colours', () => {
  const scale: ColorRule = { kind: 'scale', columnId: 1, colors: ['blue', 'gray', 'red'], ends: 'extremes', target: { kind: 'row' } }
  expect(colorOf(scale, 0, none)).toBe('color-mix(in oklab, var(--option-blue) 100%, var(--option-gray))')
  expect(colorOf(scale, 0.5, none)).toBe('color-mix(in oklab, var(--option-gray) 100%, var(--option-red))')
  expect(colorOf(scale, 1, none)).toBe('color-mix(in oklab, var(--option-gray) 0%, var(--option-red))')
  expect(colorOf(scale, null, none)).toBeNull()
})

test.each(['light', 'dark'] as const)('ink on every tint of a cell is read easily (AA), %s', (theme) => {
  for (const [key, color] of Object.entries(optionColors)) {
    const tint = mixed(color[theme].solid, 0.24, palettes[theme].paper)
    expect(contrast(palettes[theme].ink, tint), key).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palettes[theme].link, tint), `link on ${key}`).toBeGreaterThanOrEqual(4.5)
  }
})
