import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fontFamilies, palettes, type Palette, type ThemeName } from '#renderer/ui/tokens/palette.ts'
import { contrast } from './contrast.ts'

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens/tokens.css'), 'utf8')
const blocks: Record<ThemeName, string> = {
  light: css.slice(0, css.indexOf("[data-theme='dark']")),
  dark: css.slice(css.indexOf("[data-theme='dark']")),
}

const variables: Record<keyof Palette, string> = {
  paper: 'paper',
  raised: 'raised',
  line: 'line',
  lineStrong: 'line-strong',
  ink: 'ink',
  second: 'second',
  faint: 'faint',
  seal: 'seal',
  sealStrong: 'seal-strong',
  onSeal: 'on-seal',
  link: 'link',
  good: 'good',
  warn: 'warn',
  bad: 'bad',
}

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const palette = palettes[theme]

  test.each(Object.entries(palette))('%s is the same in the style sheet', (name, color) => {
    expect(blocks[theme]).toContain(`--${variables[isKey(name) ? name : 'ink']}: ${color};`)
  })

  test('text can be read on paper and on raised ground (WCAG AA)', () => {
    for (const ground of [palette.paper, palette.raised]) {
      expect(contrast(palette.ink, ground)).toBeGreaterThan(7)
      for (const text of [palette.second, palette.seal, palette.link, palette.good]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(palette.onSeal, palette.seal)).toBeGreaterThanOrEqual(4.5)
  })
})

test('fonts are the same in the style sheet', () => {
  const flat = css.replace(/\s+/gu, ' ')
  for (const fonts of Object.values(fontFamilies)) expect(flat).toContain(`--font: ${fonts};`)
})

function isKey(name: string): name is keyof Palette {
  return Object.hasOwn(variables, name)
}
