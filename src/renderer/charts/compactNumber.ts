import type { Lang } from '#shared/i18n/lang.ts'

/** What the numbers of a chart count. */
export type Unit = 'count' | 'currency'

/**
 * A number as short as a chart needs it: 万 and 亿 in Chinese, K, M and B in English, three figures.
 * `compactNumber(1284300, 'zh-CN', 'currency')` is ￥128万.
 */
export function compactNumber(value: number, lang: Lang, unit: Unit = 'count'): string {
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value)
  const symbol = unit === 'currency' ? currencySymbol[lang] : ''
  return `${sign}${symbol}${scaled(size, scales[lang])}`
}

/** The whole number, for tooltips and tables: thousands apart, cents only where there are some. */
export function fullNumber(value: number, lang: Lang, unit: Unit = 'count', decimals?: number): string {
  const digits = decimals ?? (unit === 'currency' && !Number.isInteger(value) ? 2 : 0)
  const text = Math.abs(value).toLocaleString(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  })
  return `${value < 0 ? '-' : ''}${unit === 'currency' ? currencySymbol[lang] : ''}${text}`
}

/** A share of 1 as a percentage: whole from 10 % on, one decimal below. */
export function percentText(share: number): string {
  const percent = share * 100
  const rounded = Math.abs(percent) >= 9.95 ? Math.round(percent) : Math.round(percent * 10) / 10
  return `${rounded}%`
}

const currencySymbol: Record<Lang, string> = { 'zh-CN': '￥', en: '¥' }

type Scale = { readonly from: number; readonly suffix: string }

const scales: Record<Lang, readonly Scale[]> = {
  'zh-CN': [
    { from: 1e8, suffix: '亿' },
    { from: 1e4, suffix: '万' },
  ],
  en: [
    { from: 1e9, suffix: 'B' },
    { from: 1e6, suffix: 'M' },
    { from: 1e3, suffix: 'K' },
  ],
}

function scaled(size: number, steps: readonly Scale[]): string {
  // Rounding to three figures first carries 9,999.9 万 over into 1 亿, and 999.9K into 1M.
  const rounded = Number(size.toPrecision(3))
  // Below the smallest scale a reader expects the number itself, so 9,876 stays whole.
  const step = steps.find((candidate, index) => (index === steps.length - 1 ? size : rounded) >= candidate.from)
  if (step === undefined) return Number(size.toFixed(size < 100 ? 2 : 0)).toLocaleString('en')
  return `${Number((rounded / step.from).toPrecision(3)).toLocaleString('en')}${step.suffix}`
}
