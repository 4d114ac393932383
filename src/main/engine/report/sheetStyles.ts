import type { CellStyle } from 'hucre'
import type { ReportTable } from '#shared/contract/report.ts'
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

type Format = ReportTable['columns'][number]['format']

export function cellStyle(format: Format, value: string | number | null, lang: Lang): CellStyle {
  const numFmt = numberFormat(format, value, lang)
  return {
    ...(numFmt === null ? {} : { numFmt }),
    border: { bottom: { style: 'hair', color: { rgb: line } } },
    alignment: { ...side(format), vertical: 'top' },
  }
}

/** Whole numbers without decimals, others with at most two; money to the cent. */
function numberFormat(format: Format, value: string | number | null, lang: Lang): string | null {
  const symbol = lang === 'zh-CN' ? '￥' : '¥'
  switch (format) {
    case 'text':
      return null
    case 'number':
      return typeof value === 'number' && !Number.isInteger(value) ? '#,##0.0#' : '#,##0'
    case 'currency':
      return `"${symbol}"#,##0.00;-"${symbol}"#,##0.00`
    case 'percent':
      return '0.0%'
    case 'date':
      return 'yyyy-mm-dd'
  }
}

/** Text keeps off the number that stands right against it. */
function side(format: Format): CellStyle['alignment'] {
  const isNumeric = format === 'number' || format === 'currency' || format === 'percent'
  return isNumeric ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
}
