import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import { compactNumber } from '#renderer/charts/compactNumber.ts'

/** What the cards of a lane add up to: as it stands in its head, and whole. */
export type LaneSum = { text: string; whole: string }

/** A long sum leaves no room for the name of its lane: ￥22,692,323,410.00 is ￥227亿 there. */
export function sumText(shown: Column, value: number, whole: string, lang: Lang): LaneSum {
  if (whole.length <= longest || shown.type !== 'number') return { text: whole, whole }
  const { format, symbol, symbolPosition = 'before' } = shown.settings
  const short = compactNumber(Math.abs(value), lang)
  const sign = value < 0 ? '-' : ''
  if (format !== 'currency') return { text: sign + short, whole }
  return { text: symbolPosition === 'after' ? `${sign}${short}${symbol}` : sign + symbol + short, whole }
}

const longest = 13
