import { expect, test } from 'vitest'
import { palettes } from '#renderer/ui/tokens/palette.ts'
import { optionColorKey, optionColors } from '#shared/model/optionColors.ts'
import { contrast, mixed } from './contrast.ts'

// The shares of the tint in ui/chip.css.
const tint = { light: 0.16, dark: 0.24 } as const

test.each(Object.entries(optionColors))('the text of a %s chip can be read on its tint (WCAG AA)', (_, color) => {
  for (const theme of ['light', 'dark'] as const) {
    const ground = mixed(color[theme].solid, tint[theme], palettes[theme].paper)
    expect(contrast(color[theme].text, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test('a colour nobody knows is gray', () => {
  expect(optionColorKey('ultraviolet')).toBe('gray')
  expect(optionColorKey('toString')).toBe('gray')
  expect(optionColorKey('step3')).toBe('step3')
})
