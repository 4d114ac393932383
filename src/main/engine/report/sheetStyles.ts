import type { CellStyle } from 'hucre'
import type { ReportColumn } from '#shared/contract/report.ts'
import { fineDecimals } from '#shared/lib/fineNumber.ts'
import type { Lang } from '#shared/i18n/lang.ts'

const ink = '1F1E1B'
const second = '6B675E'
const line = 'E4E1DA'
const raised = 'F7F6F3'

export const titleStyle: CellStyle = { font: { bold: true, size: 16, color: { rgb: ink } } }
export const headingStyle: CellStyle = { font: { bold: true, size: 12, color: { rgb: ink } } }
export const noteStyle: CellStyle = { font: { color: { rgb: second } } }
export const sentenceStyle: CellStyle = { font: { color: { rgb: ink } }, alignment: { wrapText: true, vertical: 'top' } }

export function headerStyle(format: Format): CellStyle {
  return {
    font: { bold: true, color: { rgb: second } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: raised } },
    border: { bottom: { style: 'thin', color: { rgb: line } } },
    alignment: { ...side(format), vertical: 'center', wrapText: true },
  }
}

type Format = ReportColumn['format']

export function cellStyle(column: Pick<ReportColumn, 'format' | 'digits'>, value: string | number | null, lang: Lang): CellStyle {
  const { format } = column
  const numFmt = numberFormat(column, value, lang)
  return {
    ...(numFmt === null ? {} : { numFmt }),
    border: { bottom: { style: 'hair', color: { rgb: line } } },
    alignment: { ...side(format), vertical: 'top' },
  }
}

/** Whole numbers without decimals, others with at most two; money to the cent. */
function numberFormat({ format, digits }: Pick<ReportColumn, 'format' | 'digits'>, value: string | number | null, lang: Lang): string | null {
  const symbol = lang === 'zh-CN' ? '￥' : '¥'
  const cents = digits === 'whole' ? '' : '.00'
  switch (format) {
    case 'text':
      return null
    case 'number':
      if (typeof value !== 'number' || Number.isInteger(value) || digits === 'whole') return '#,##0'
      return digits === 'fine' ? fineFormat(value) : '#,##0.0#'
    case 'currency':
      return `"${symbol}"#,##0${cents};-"${symbol}"#,##0${cents}`
    case 'percent':
      return '0.0%'
    case 'date':
      return 'yyyy-mm-dd'
  }
}

/** As `fineNumber` writes it. */
function fineFormat(value: number): string {
  const decimals = fineDecimals(value)
  return decimals === null ? '0.00E+00' : `#,##0.${'0'.repeat(decimals)}`
}

/** Text keeps off the number that stands right against it. */
function side(format: Format): CellStyle['alignment'] {
  const isNumeric = format === 'number' || format === 'currency' || format === 'percent'
  return isNumeric ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
}
