import type { ChartTheme } from './chartTheme.ts'

/** A tooltip drawn by the chart itself, as plain text: names in it can never become HTML. */
export function plainTooltip(theme: ChartTheme) {
  return {
    show: true,
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: theme.paper,
    borderColor: theme.line,
    borderWidth: 1,
    borderRadius: 4,
    padding: [6, 8],
    transitionDuration: 0,
    textStyle: { color: theme.ink, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
  }
}
