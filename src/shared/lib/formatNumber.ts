import type { Lang } from '../i18n/lang.ts'
import { roundHalfAway, shiftDecimal } from './rounding.ts'

export type NumberFormat = {
  format: 'plain' | 'percent' | 'currency'
  decimals: number
  thousands: boolean
  symbol: string
  symbolPosition?: 'before' | 'after'
  shorten?: boolean
}

/** A number as its column shows it: `1,234.50`, `12.5%`, `-￥300.00`, `300.00 EUR`, shortened `1.23亿`. */
export function formatNumber(value: number, settings: NumberFormat, lang: Lang = 'zh-CN'): string {
  if (!Number.isFinite(value)) return String(value)
  const { format, decimals, symbol } = settings
  const unit = settings.shorten === true && format !== 'percent' ? unitOf(value, decimals, lang) : null
  const shown = unit === null ? value : shiftDecimal(value, -unit.places)
  const { sign, digits } = digitsOf(shown, settings)
  const amount = digits + (unit?.name ?? '')
  if (format !== 'currency') return sign + amount
  return settings.symbolPosition === 'after' ? `${sign}${amount}${/^[a-z]/iu.test(symbol) ? ' ' : ''}${symbol}` : sign + symbol + amount
}

type Unit = { places: number; name: string }
const units: Readonly<Record<Lang, readonly Unit[]>> = {
  'zh-CN': [
    { places: 12, name: '万亿' },
    { places: 8, name: '亿' },
    { places: 4, name: '万' },
  ],
  en: [
    { places: 9, name: 'B' },
    { places: 6, name: 'M' },
    { places: 3, name: 'K' },
  ],
}

/** The largest unit that is in the number, or in what it is rounded to: 99,999,999 with no decimals is 1亿, not 10000万. */
function unitOf(value: number, decimals: number, lang: Lang): Unit | null {
  const largest = (size: number): Unit | null => units[lang].find(({ places }) => size >= 10 ** places) ?? null
  const own = largest(Math.abs(value))
  if (own === null) return null
  return largest(shiftDecimal(roundHalfAway(shiftDecimal(Math.abs(value), -own.places), decimals), own.places))
}

function digitsOf(value: number, { format, decimals, thousands }: NumberFormat): { sign: string; digits: string } {
  const rounded = roundHalfAway(format === 'percent' ? shiftDecimal(value, 2) : value, decimals)
  const digits = Math.abs(rounded).toFixed(decimals)
  const sign = rounded < 0 ? '-' : ''
  return { sign, digits: (thousands ? withThousands(digits) : digits) + (format === 'percent' ? '%' : '') }
}

/** Whole or fractional numbers in running text: thousands separators, at most two decimals. */
export function plainNumber(value: number): string {
  const rounded = roundHalfAway(value, 2)
  return (rounded < 0 ? '-' : '') + withThousands(String(Math.abs(rounded)))
}

function withThousands(digits: string): string {
  if (digits.includes('e')) return digits
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
