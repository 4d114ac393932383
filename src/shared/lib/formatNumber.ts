import type { Lang } from '../i18n/lang.ts'
import { roundHalfAway, shiftDecimal } from './rounding.ts'

export type NumberFormat = { format: 'plain' | 'percent' | 'currency'; decimals: number; thousands: boolean; symbol: string }

/** A number as its column shows it: `1,234.50`, `12.5%`, `-￥300.00`. */
export function formatNumber(value: number, { format, decimals, thousands, symbol }: NumberFormat): string {
  if (!Number.isFinite(value)) return String(value)
  const rounded = roundHalfAway(format === 'percent' ? shiftDecimal(value, 2) : value, decimals)
  const digits = Math.abs(rounded).toFixed(decimals)
  const sign = rounded < 0 ? '-' : ''
  return sign + (format === 'currency' ? symbol : '') + (thousands ? withThousands(digits) : digits) + (format === 'percent' ? '%' : '')
}

/** A number for labels where room is short: `1.2万`, `3亿` in Chinese, `12.3K`, `1.5M` in English. */
export function abbreviateNumber(value: number, lang: Lang): string {
  if (!Number.isFinite(value)) return String(value)
  const units = abbreviations[lang]
  let chosen = units.findLastIndex((unit) => Math.abs(value) >= 10 ** unit.places)
  let size = scaled(value, units[chosen]?.places ?? 0)
  const above = units[chosen + 1]
  // 9,999.96万 rounds up to the next unit.
  if (above !== undefined && Math.abs(size) >= 10 ** (above.places - (units[chosen]?.places ?? 0))) {
    chosen += 1
    size = scaled(value, above.places)
  }
  return (size < 0 ? '-' : '') + withThousands(String(Math.abs(size))) + (units[chosen]?.name ?? '')
}

/** Whole or fractional numbers in running text: thousands separators, at most two decimals. */
export function plainNumber(value: number): string {
  const rounded = roundHalfAway(value, 2)
  return (rounded < 0 ? '-' : '') + withThousands(String(Math.abs(rounded)))
}

const abbreviations: Record<Lang, readonly { places: number; name: string }[]> = {
  'zh-CN': [
    { places: 4, name: '万' },
    { places: 8, name: '亿' },
    { places: 12, name: '万亿' },
  ],
  en: [
    { places: 3, name: 'K' },
    { places: 6, name: 'M' },
    { places: 9, name: 'B' },
    { places: 12, name: 'T' },
  ],
}

const scaled = (value: number, places: number) => roundHalfAway(shiftDecimal(value, -places), places === 0 ? 2 : 1)

function withThousands(digits: string): string {
  if (digits.includes('e')) return digits
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
