import type { Cell, CellValue, SheetChart, WriteSheet } from 'hucre'
import type { ReportSection, ReportTable } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { daysBetween } from '#shared/lib/days.ts'
import { nativeChart, type ChartRanges } from './nativeChart.ts'
import { roomOf } from './roomOf.ts'
import { cellStyle, headerStyle, noteStyle, sentenceStyle, titleStyle } from './sheetStyles.ts'

/** Where the header of the table stands; title and sentence above it. */
const headerRow = 3

/** A section as a sheet: title, sentence, its whole table with a frozen header, and its chart beside it. */
export function sectionSheet(section: ReportSection, name: string, data: ChartDataSheet, lang: Lang): WriteSheet {
  const table = section.table ?? { columns: [], rows: [] }
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: section.title, type: 'string', style: titleStyle }],
    ['1,0', text(section.sentence === '' ? (section.emptyText ?? '') : section.sentence, section.sentence === '' ? noteStyle : sentenceStyle)],
  ])
  table.columns.forEach((column, index) => cells.set(`${headerRow},${index}`, text(column.name, headerStyle(column.format))))
  table.rows.forEach((row, index) => {
    table.columns.forEach((column, place) => {
      const value = row[place] ?? null
      cells.set(`${headerRow + 1 + index},${place}`, { value: valueOf(value, column.format), style: cellStyle(column, value, lang) })
    })
  })
  const widths = widthsOf(table)
  const lastColumn = Math.max(5, table.columns.length - 1)
  return {
    name,
    columns: Array.from({ length: lastColumn + 1 }, (_, index) => ({ width: widths[index] ?? 14 })),
    rows: Array.from({ length: headerRow + 1 + table.rows.length }, () => []),
    cells,
    merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: lastColumn }],
    rowDefs: new Map([
      [0, { height: 28 }],
      [1, { height: 48 }],
      [headerRow, { height: 22 }],
    ]),
    ...(table.rows.length === 0 ? {} : { freezePane: { rows: headerRow + 1 } }),
    charts: chartsOf(section, name, table, data, lastColumn + 2),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
    },
  }
}

/** Numbers behind charts that no table shows: the curve of shares, and counts of what a table lists. */
export type ChartDataSheet = {
  add: (title: string, names: readonly (string | number)[], values: readonly number[]) => ChartRanges
  isEmpty: () => boolean
  sheet: () => WriteSheet
}

export function chartDataSheet(name: string): ChartDataSheet {
  const columns: { title: string; values: readonly (string | number)[] }[] = []
  return {
    add: (title, names, values) => {
      const first = columns.length
      columns.push({ title, values: names }, { title, values })
      return rangesOf(name, 1, names.length, first, first + 1)
    },
    isEmpty: () => columns.length === 0,
    sheet: () => {
      const height = Math.max(0, ...columns.map((column) => column.values.length))
      const rows: CellValue[][] = [columns.map((column) => column.title)]
      for (let row = 0; row < height; row += 1) rows.push(columns.map((column) => column.values[row] ?? null))
      return { name, columns: columns.map(() => ({ width: 16 })), rows, freezePane: { rows: 1 } }
    },
  }
}

function chartsOf(section: ReportSection, name: string, table: ReportTable, data: ChartDataSheet, column: number): SheetChart[] {
  const { chart } = section
  if (chart === null) return []
  const ranges = (): ChartRanges => {
    if (chart.kind === 'cumulativeShare') {
      return data.add(
        section.title,
        chart.points.map((point) => point.rowShare),
        chart.points.map((point) => point.valueShare),
      )
    }
    const values = chart.series[0]?.values ?? []
    const names = chart.categories.map((category) => category.name)
    const inTable =
      table.rows.length === names.length && names.every((each, row) => table.rows[row]?.[0] === each && table.rows[row]?.[1] === values[row])
    return inTable ? rangesOf(name, headerRow + 1, names.length, 0, 1) : data.add(section.title, names, values)
  }
  return [nativeChart(section, chart, ranges(), { row: headerRow, column })]
}

/** A1 references to two columns of a sheet, row and columns counted from 0. */
function rangesOf(sheet: string, row: number, count: number, names: number, values: number): ChartRanges {
  const range = (column: number): string => {
    const letter = columnLetter(column)
    return `'${sheet.replaceAll("'", "''")}'!$${letter}$${row + 1}:$${letter}$${row + count}`
  }
  return { names: range(names), values: range(values) }
}

function columnLetter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetter(Math.floor(column / 26) - 1) + rest
}

const text = (value: string, style: Cell['style']): Partial<Cell> => ({ value, type: 'string', ...(style === undefined ? {} : { style }) })

/** Days as Excel counts them, from 30 December 1899. */
function valueOf(value: string | number | null, format: ReportTable['columns'][number]['format']): CellValue {
  return format === 'date' && typeof value === 'string' ? daysBetween('1899-12-30', value) : value
}

/** Wide enough for what stands in the column; a Han character takes the room of two letters. */
function widthsOf(table: ReportTable): number[] {
  return table.columns.map((column, place) => {
    const shown = table.rows.slice(0, 500).map((row) => widthOf(row[place] ?? null, column.format))
    return Math.min(48, Math.max(10, roomOf(column.name) + 2, ...shown.map((width) => width + 2)))
  })
}

function widthOf(value: string | number | null, format: ReportTable['columns'][number]['format']): number {
  if (value === null) return 0
  if (typeof value === 'string') return roomOf(value)
  if (format === 'currency') return value.toFixed(2).length + Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3) + 2
  return format === 'percent' ? 7 : String(Math.round(value)).length + 3
}
