import type { Lang } from '#shared/i18n/lang.ts'

/**
 * The colours of `tokens.css` for what cannot read CSS variables: the component library's theme,
 * the grid's theme and the charts. A test keeps both the same.
 */
export type Palette = {
  paper: string
  raised: string
  line: string
  lineStrong: string
  ink: string
  second: string
  faint: string
  seal: string
  sealStrong: string
  onSeal: string
  link: string
  good: string
  warn: string
  bad: string
}

export type ThemeName = 'light' | 'dark'

export const palettes: Record<ThemeName, Palette> = {
  light: {
    paper: '#ffffff',
    raised: '#f7f6f3',
    line: '#e4e1da',
    lineStrong: '#cfcbc1',
    ink: '#1f1e1b',
    second: '#6b675e',
    faint: '#9c978b',
    seal: '#b23a2e',
    sealStrong: '#962f25',
    onSeal: '#ffffff',
    link: '#2f5d8c',
    good: '#2e7d5b',
    warn: '#b7791f',
    bad: '#b23a2e',
  },
  dark: {
    paper: '#1b1b1a',
    raised: '#232322',
    line: '#34332f',
    lineStrong: '#4a4842',
    ink: '#eceae4',
    second: '#a8a498',
    faint: '#77736a',
    seal: '#e0705f',
    sealStrong: '#eb8b7c',
    onSeal: '#1b1b1a',
    link: '#8cb4dd',
    good: '#63b990',
    warn: '#dda64a',
    bad: '#e0705f',
  },
}

const chinese = "'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif"

/** The fonts of `tokens.css` for canvases; in English a Latin font comes first, for its quotes and apostrophes. */
export const fontFamilies: Record<Lang, string> = {
  'zh-CN': `'Inter', ${chinese}`,
  en: `'Inter', 'Segoe UI Variable Text', 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', ${chinese}`,
}
