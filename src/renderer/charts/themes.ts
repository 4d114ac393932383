import type { Lang } from '#shared/i18n/lang.ts'
import { optionColorKey, optionColors } from '#shared/model/optionColors.ts'
import { fontFamilies, palettes, type ThemeName } from '../ui/tokens/palette.ts'
import type { ChartTheme } from './chartTheme.ts'

/** The theme of charts on screen. */
export function screenTheme(name: ThemeName, lang: Lang, reducedMotion: boolean): ChartTheme {
  return { ...themeOf(name, lang), fontSize: 12, motion: reducedMotion ? 0 : 160 }
}

/** The theme of charts on paper: the light colours whatever the window wears, nothing moves. */
export function paperTheme(lang: Lang): ChartTheme {
  return { ...themeOf('light', lang), fontSize: 12, motion: 0 }
}

function themeOf(name: ThemeName, lang: Lang): Omit<ChartTheme, 'fontSize' | 'motion'> {
  const { paper, line, ink, second, faint, seal, link } = palettes[name]
  return {
    paper,
    line,
    ink,
    second,
    faint,
    seal,
    link,
    fontFamily: fontFamilies[lang],
    colorOf: (key) => optionColors[optionColorKey(key)][name].solid,
  }
}
