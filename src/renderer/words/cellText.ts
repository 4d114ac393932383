import type { ReportTable } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { fullNumber, percentText } from '../charts/compactNumber.ts'

type Cell = ReportTable['rows'][number][number]
type Format = ReportTable['columns'][number]['format']

/** A column of a report's table as it is printed: all its amounts with cents, or none. */
export function columnTexts(cells: readonly Cell[], format: Format, lang: Lang): string[] {
  const cents = format === 'currency' && cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell))
  return cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return cell
    if (format === 'percent') return percentText(cell)
    if (format === 'currency') return fullNumber(cell, lang, 'currency', cents ? 2 : 0)
    // A large number that is not whole is an amount: 1,221,961.60. A small one is an average: 0.9.
    return fullNumber(cell, lang, 'count', Number.isInteger(cell) || Math.abs(cell) < 100 ? 0 : 2)
  })
}

/** Numbers stand at the right, so that their digits stand below each other. */
export function isNumeric(format: Format): boolean {
  return format === 'number' || format === 'currency' || format === 'percent'
}
