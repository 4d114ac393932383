import { readFileSync } from 'node:fs'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import { codeKind, type FormatKind } from './numberFormat.ts'
import { serialDate, serialDuration } from './serialDate.ts'
import type { NumberLook, RawCell, RawRow, RawSheet, Workbook } from './workbook.ts'

const batchSize = 2000

/** Older and rarer workbooks: .xls, .xlsb, .ods, and the web page or XML that many systems save under the name .xls. */
export async function openLegacy(path: string, text: string | null): Promise<Workbook> {
  const library = await import('@e965/xlsx')
  if (text === null) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  const options = { dense: true, cellNF: true, cellHTML: false, cellText: false, raw: true } as const
  const book = text === null ? library.read(readFileSync(path), { ...options, type: 'buffer' }) : library.read(text, { ...options, type: 'string' })
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const hidden = new Set(book.Workbook?.Sheets?.filter((sheet) => (sheet.Hidden ?? 0) > 0).map((sheet) => sheet.name))
  const sheets = book.SheetNames.filter((name) => !hidden.has(name)).flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet === undefined ? [] : [rawSheet(name, sheet, is1904)]
  })
  return { format: 'xls', encoding: null, sheets, close: () => {} }
}

function rawSheet(name: string, sheet: WorkSheet, is1904: boolean): RawSheet {
  const looks = new Map<number, NumberLook>()
  const lines = sheet['!data'] ?? []
  return {
    name,
    looks,
    merges: () => Promise.resolve((sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))),
    async *rows() {
      let batch: RawRow[] = []
      for (const [index, line] of lines.entries()) {
        // Sparse: rows and cells the file leaves out are holes.
        if (line === undefined) continue
        const cells = Array.from(line, (cell, column) => cellOf(cell, column, is1904, looks))
        while (cells.length > 0 && cells.at(-1) === null) cells.pop()
        batch.push({ number: index + 1, cells })
        if (batch.length < batchSize) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
  }
}

/** The names of error values by their number ([MS-XLS] 2.5.10). */
const errorNames: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

function cellOf(cell: CellObject | undefined, column: number, is1904: boolean, looks: Map<number, NumberLook>): RawCell {
  if (cell === undefined) return null
  const { t: type, v: value } = cell
  if (type === 'e') return { error: typeof value === 'number' ? (errorNames[value] ?? '#VALUE!') : String(value) }
  if (typeof value === 'string') return value === '' ? null : value.replaceAll('\r\n', '\n')
  if (typeof value === 'boolean') return value
  if (typeof value !== 'number') return null
  return shown(value, typeof cell.z === 'string' ? codeKind(cell.z) : { kind: 'number' }, column, is1904, looks)
}

function shown(value: number, format: FormatKind, column: number, is1904: boolean, looks: Map<number, NumberLook>): RawCell {
  switch (format.kind) {
    case 'date':
      return serialDate(value, is1904)
    case 'duration':
      return serialDuration(value)
    case 'zeros':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.width, '0') : value
    case 'percent':
    case 'currency':
      looks.set(column, format.kind)
      return value
    case 'number':
      return value
  }
}
