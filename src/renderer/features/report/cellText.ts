import type { ReportTable } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { fullNumber, percentText } from '../../charts/compactNumber.ts'

type Format = ReportTable['columns'][number]['format']

/** A cell of a report's table as it is printed. */
export function cellText(value: string | number | null, format: Format, lang: Lang): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (format === 'percent') return percentText(value)
  return fullNumber(value, lang, format === 'currency' ? 'currency' : 'count')
}

/** Numbers stand at the right, so that their digits stand below each other. */
export function isNumeric(format: Format): boolean {
  return format === 'number' || format === 'currency' || format === 'percent'
}
