import { basename } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { FilePreview, SheetPreview } from '#shared/contract/exchange.ts'
import { appError } from '#shared/i18n/appError.ts'
import { langs } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import type { ReadContext } from '../../context.ts'
import { headerNames } from '../header.ts'
import { mergedCellFiller } from '../mergedCells.ts'
import { isBlank, rawText } from '../read/rawText.ts'
import type { RawCell, RawRow, RawSheet, Workbook } from '../read/workbook.ts'
import { guessTable } from './guessTable.ts'
import { guessType } from './guessType.ts'
import { findHeaderRow, topRowCount } from './headerRow.ts'

/** Filled cells of a column that its type is guessed from, taken from all over the sheet. */
const mostGuessed = 800
const mostFirst = 50
const mostSamples = 5
const shownTopRows = 10

/** What a file holds and where it most likely belongs, before anything is imported. */
export async function inspectWorkbook(context: ReadContext, workbook: Workbook, input: ParsedInput<'import.inspect'>): Promise<FilePreview> {
  const name = basename(input.path)
  const sheets: SheetPreview[] = []
  let isEmpty = true
  for (const sheet of workbook.sheets) {
    const chosen = input.headerRows.find((header) => header.sheet === sheet.name)?.row
    const preview = await inspectSheet(context, sheet, chosen)
    isEmpty &&= preview.isEmpty
    sheets.push(preview.sheet)
  }
  if (isEmpty) throw new Failure(appError('file.empty', { name }))
  return { fileName: name, format: workbook.format, encoding: workbook.encoding, sheets }
}

async function inspectSheet(
  context: ReadContext,
  sheet: RawSheet,
  chosenHeader: number | undefined,
): Promise<{ sheet: SheetPreview; isEmpty: boolean }> {
  const merges = await sheet.merges()
  const top: RawRow[] = []
  const columns = sampler()
  let headerRow: number | null | undefined = chosenHeader
  let rowCount = 0
  let isEmpty = true
  let fill: ((row: RawRow) => void) | null = null
  const countRows = (rows: readonly RawRow[]): void => {
    fill ??= mergedCellFiller(merges, (headerRow ?? -1) + 1)
    for (const row of rows) {
      if (row.cells.every(isBlank)) continue
      isEmpty = false
      if (row.number - 1 <= (headerRow ?? -1)) continue
      rowCount += 1
      fill(row)
      columns.add(row)
    }
  }
  let done = 0
  let held: RawRow[][] = []
  for await (const rows of sheet.rows()) {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    done += rows.length
    context.progress('reading', done, null)
    if (top.length < topRowCount * 2) top.push(...rows.slice(0, topRowCount * 2))
    held.push(rows)
    // The header is looked for once the first rows are there.
    if (headerRow === undefined && top.length < topRowCount) continue
    headerRow ??= findHeaderRow(top, merges)
    held.forEach(countRows)
    held = []
  }
  headerRow ??= findHeaderRow(top, merges)
  held.forEach(countRows)
  const names = headerRow === null ? [] : headerNames(top, headerRow, merges)
  const width = Math.max(names.length, columns.width()) - (isRejectionSheet(names) ? 2 : 0)
  const headers = Array.from({ length: width }, (_, index) => ({
    index,
    header: names[index] ?? '',
    filled: rowCount === 0 ? 1 : columns.filled(index) / rowCount,
  }))
  const { tableId, columnIds } = guessTable(context.schema, sheet.name, headers)
  return {
    isEmpty,
    sheet: {
      name: sheet.name,
      rowCount,
      headerRow,
      topRows: topRows(top),
      columns: headers.map(({ index, header }) => ({
        index,
        header,
        samples: columns.samples(index),
        guess: { type: guessType(header, columns.cells(index), sheet.looks.get(index), context.today), columnId: columnIds.get(index) ?? null },
      })),
      suggestedTableId: tableId,
    },
  }
}

/** A file of rejected rows, corrected and brought back: the reasons and row numbers behind its columns are ours. */
function isRejectionSheet(names: readonly string[]): boolean {
  return langs.some((lang) => {
    const t = translator(lang)
    return names.at(-2) === t('exchange.reason') && names.at(-1) === t('exchange.row')
  })
}

/** The first rows as they stand in the sheet, blank ones too. */
function topRows(rows: readonly RawRow[]): string[][] {
  const last = Math.min(shownTopRows, rows.at(-1)?.number ?? 0)
  return Array.from({ length: last }, (_, index) => (rows.find((row) => row.number === index + 1)?.cells ?? []).map((cell) => rawText(cell)))
}

type Sampled = { first: RawCell[]; cells: RawCell[]; seen: number; stride: number }

/** Keeps some filled cells of each column: every one at first, then every second, every fourth …, from all over the sheet. */
function sampler() {
  const kept: Sampled[] = []
  const newColumn = (): Sampled => ({ first: [], cells: [], seen: 0, stride: 1 })
  return {
    width: () => kept.length,
    /** In how many rows the column has a value. */
    filled: (column: number): number => kept[column]?.seen ?? 0,
    cells: (column: number): readonly RawCell[] => kept[column]?.cells ?? [],
    samples: (column: number): string[] => [...new Set(kept[column]?.first.map((cell) => rawText(cell).trim()))].slice(0, mostSamples),
    add: (row: RawRow) => {
      for (let column = 0; column < row.cells.length; column += 1) {
        const cell = row.cells[column]
        while (kept.length <= column) kept.push(newColumn())
        const known = kept[column]
        if (known === undefined || cell === undefined || isBlank(cell)) continue
        if (known.first.length < mostFirst) known.first.push(cell)
        known.seen += 1
        if (known.seen % known.stride !== 0) continue
        known.cells.push(cell)
        if (known.cells.length < mostGuessed) continue
        known.cells = known.cells.filter((_, index) => index % 2 === 0)
        known.stride *= 2
      }
    },
  }
}
