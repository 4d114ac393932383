import { optionColors, optionColorKey } from '#shared/model/optionColors.ts'
import type { CSSProperties } from 'react'
import type { ThemeName } from './palette.ts'

/**
 * CSS that turns the palette of options into variables, light and dark: `--option-blue` for dots and bars,
 * `--option-blue-text` for words. Put once into the page.
 */
export function optionColorCss(): string {
  return `:root{${variables('light')}}:root[data-theme='dark']{${variables('dark')}}`
}

/** The colour of an option for dots, bars and charts, as a CSS variable. */
export const optionSolid = (key: string): string => `var(--option-${optionColorKey(key)})`

/** The colour of words on the tint of an option. */
export const optionText = (key: string): string => `var(--option-${optionColorKey(key)}-text)`

/** Sets a chip's colour; `.chip` reads it. */
export function optionStyle(key: string): CSSProperties {
  return { '--chip-solid': optionSolid(key), '--chip-text': optionText(key) }
}

declare module 'react' {
  interface CSSProperties {
    '--chip-solid'?: string
    '--chip-text'?: string
  }
}

function variables(theme: ThemeName): string {
  return Object.entries(optionColors)
    .map(([key, color]) => `--option-${key}:${color[theme].solid};--option-${key}-text:${color[theme].text};`)
    .join('')
}
