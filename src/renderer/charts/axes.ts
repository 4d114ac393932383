import type { Lang } from '#shared/i18n/lang.ts'
import type { Unit } from './compactNumber.ts'
import { compactNumber } from './compactNumber.ts'
import type { ChartTheme } from './chartTheme.ts'
import { plainText, shortened } from './plainText.ts'

/** The axis of names or of time: labels only, no line, no ticks. */
export function categoryAxis(names: readonly string[], theme: ChartTheme, settings: { inverse: boolean; letters: number }) {
  return {
    type: 'category' as const,
    data: names.map(plainText),
    inverse: settings.inverse,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: theme.second,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      hideOverlap: true,
      formatter: (name: string) => shortened(name, settings.letters),
    },
  }
}

/** The axis of numbers: from zero, few faint lines, 万 and 亿. */
export function valueAxis(theme: ChartTheme, settings: { lang: Lang; unit: Unit; show: boolean }) {
  return {
    type: 'value' as const,
    show: settings.show,
    // From zero: a bar's length is its value. Only a negative sum may reach below.
    // A hidden axis need not end at a round number: the longest bar takes all the room.
    ...(settings.show ? {} : { max: 'dataMax' as const }),
    min: (extent: { min: number }) => Math.min(0, extent.min),
    ...(settings.unit === 'count' ? { minInterval: 1 } : {}),
    splitNumber: 3,
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
    axisLabel: {
      color: theme.second,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
      formatter: (value: number) => compactNumber(value, settings.lang, settings.unit),
    },
  }
}
