import { expect, test } from 'vitest'
import { hueKeys, optionColorKey, optionColors, stepKeys, type OptionColorKey } from '#shared/model/optionColors.ts'

// Paper and share of the solid colour in a chip's tint, as look and chip.css have them.
const themes = [
  { name: 'light', paper: '#FFFFFF', share: 0.16 },
  { name: 'dark', paper: '#1B1B1A', share: 0.24 },
] as const

test.each(themes)('the text of every chip reads on its tint in the $name theme (WCAG AA)', ({ name, paper, share }) => {
  for (const color of Object.values(optionColors)) {
    const { solid, text } = color[name]
    const tint = channels(solid).map((value, index) => value * share + (channels(paper)[index] ?? 0) * (1 - share))
    expect(contrast(channels(text), tint), text).toBeGreaterThanOrEqual(4.5)
  }
})

test('the steps of an order go one way, from dark to pale on paper', () => {
  const lights = stepKeys.map((key) => luminance(channels(optionColors[key].light.solid)))
  expect(lights).toEqual(lights.toSorted((a, b) => a - b))
})

test('every key is offered once, and an unknown key is gray', () => {
  const offered: OptionColorKey[] = [...hueKeys, ...stepKeys]
  expect(new Set(offered).size).toBe(Object.keys(optionColors).length)
  expect([optionColorKey('step1'), optionColorKey('mauve'), optionColorKey('toString')]).toEqual(['step1', 'gray', 'gray'])
})

const channels = (hex: string): number[] => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16))

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
