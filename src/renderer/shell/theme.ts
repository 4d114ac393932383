import { createContext, use } from 'react'
import type { ThemeName } from '../ui/tokens/palette.ts'

/** Light or dark, for what cannot read CSS variables; `Look` sets it. */
export const ThemeContext = createContext<ThemeName>('light')

export const useTheme = (): ThemeName => use(ThemeContext)
