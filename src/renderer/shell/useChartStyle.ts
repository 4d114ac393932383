import { useMemo } from 'react'
import type { ChartStyle } from '../charts/chartTheme.ts'
import { screenTheme } from '../charts/themes.ts'
import { useLang } from '../ui/lang.ts'
import { useTheme } from './theme.ts'

/** How charts are drawn in the window's language and theme. */
export function useChartStyle(): Omit<ChartStyle, 'selected'> {
  const lang = useLang()
  const theme = useTheme()
  return useMemo(() => ({ lang, theme: screenTheme(theme, lang, window.matchMedia('(prefers-reduced-motion: reduce)').matches) }), [lang, theme])
}
