import { optionColorKey, optionColors } from '#shared/model/optionColors.ts'
import { fontFamily, palettes, type ThemeName } from '../ui/tokens/palette.ts'
import type { ChartTheme } from './chartTheme.ts'

/** The theme of charts on screen. */
export function screenTheme(name: ThemeName, reducedMotion: boolean): ChartTheme {
  return { ...themeOf(name), fontSize: 12, motion: reducedMotion ? 0 : 160 }
}

/** The theme of charts on paper: the light colours whatever the window wears, nothing moves. */
export const paperTheme: ChartTheme = { ...themeOf('light'), fontSize: 12, motion: 0 }

function themeOf(name: ThemeName): Omit<ChartTheme, 'fontSize' | 'motion'> {
  const { paper, line, ink, second, faint, seal, link } = palettes[name]
  return {
    paper,
    line,
    ink,
    second,
    faint,
    seal,
    link,
    fontFamily,
    colorOf: (key) => optionColors[optionColorKey(key)][name].solid,
  }
}
