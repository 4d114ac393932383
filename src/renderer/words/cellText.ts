import type { ReportColumn, ReportTable } from '#shared/contract/report.ts'
import { fineNumber } from '#shared/lib/fineNumber.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { fullNumber, percentText } from '../charts/compactNumber.ts'

type Cell = ReportTable['rows'][number][number]
type Format = ReportColumn['format']

/** A column of a report's table as it is printed: all its amounts with cents, or none. */
export function columnTexts(cells: readonly Cell[], { format, digits }: Pick<ReportColumn, 'format' | 'digits'>, lang: Lang): string[] {
  const unit = format === 'currency' ? 'currency' : 'count'
  const cents = format === 'currency' && cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell))
  return cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return cell
    if (format === 'percent') return percentText(cell)
    if (digits === 'fine') return fineNumber(cell)
    if (digits === 'whole') return fullNumber(Math.round(cell), lang, unit)
    if (format === 'currency') return fullNumber(cell, lang, 'currency', cents ? 2 : 0)
    // A large number that is not whole is an amount: 1,221,961.60. A small one is an average: 0.9.
    return fullNumber(cell, lang, 'count', Number.isInteger(cell) || Math.abs(cell) < 100 ? 0 : 2)
  })
}

/** Numbers stand at the right, so that their digits stand below each other. */
export function isNumeric(format: Format): boolean {
  return format === 'number' || format === 'currency' || format === 'percent'
}
