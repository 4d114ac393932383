import type { Lang } from '#shared/i18n/lang.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { formOf, type Statistic } from '#shared/model/statistic.ts'

/** A statistic as a person reads it, in the format of its column: ￥1,284,300.00, 98.3 %, 365 天. */
export function statisticText(
  shown: Column,
  statistic: Statistic,
  value: CellValue,
  format: (column: Column, value: CellValue) => string,
  t: Translate,
  lang: Lang,
): string {
  if (value === null) return ''
  const form = formOf(statistic)
  switch (form) {
    case 'count':
      return Number(value).toLocaleString(lang)
    case 'share':
      return formatNumber(Number(value), { format: 'percent', decimals: 1, thousands: false, symbol: '' })
    case 'days':
      return t('statistics.ofDays', { count: Number(value) })
    case 'cell':
      return format(between.has(statistic) ? withDecimals(shown) : shown, value)
    default:
      return assertNever(form)
  }
}

/** Lies between the values of whole numbers, and is seldom whole itself. */
const between: ReadonlySet<Statistic> = new Set<Statistic>(['average', 'median', 'deviation'])

function withDecimals(shown: Column): Column {
  // Two and a half stars on average are no rating; they are a number.
  if (shown.type === 'rating') return { ...shown, type: 'number', settings: { format: 'plain', decimals: 1, thousands: false, symbol: '' } }
  if (shown.type !== 'number') return shown
  return { ...shown, settings: { ...shown.settings, decimals: Math.max(shown.settings.decimals, 2) } }
}
