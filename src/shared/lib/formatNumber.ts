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
