/**
 * The port every file format is read through: a workbook is a list of sheets, a sheet a stream of rows of raw cells.
 * `xlsx.ts`, `legacy.ts` and `csv.ts` stand behind it.
 */
export type Workbook = {
  format: 'xlsx' | 'csv' | 'xls'
  /** How a text file was decoded; null for formats that say it themselves. */
  encoding: Encoding | null
  sheets: RawSheet[]
  close(): void
}

export type RawSheet = {
  name: string
  /** Rows from the top, in batches; rows that the file leaves out are left out. Each call reads the sheet afresh. */
  rows(): AsyncIterable<RawRow[]>
  /** Merged ranges; a format may have to read through the sheet to know them. */
  merges(): Promise<Merge[]>
  /** How numbers of a column are shown, by 0-based column, as far as rows were read. */
  looks: ReadonlyMap<number, NumberLook>
}

/** `number` is 1-based, as a spreadsheet program numbers rows. Cells past the last filled one are left out. */
export type RawRow = { number: number; cells: RawCell[] }

/**
 * A cell as the file holds it. Dates are wall time: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, with `:SS` where there are
 * seconds, and `HH:MM` for a time without a day.
 */
export type RawCell = string | number | boolean | null | RawDate | RawError
export type RawDate = { readonly date: string }
export type RawError = { readonly error: string }

/** Rows and columns 0-based, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

export type NumberLook = 'percent' | 'currency'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The most rows a sheet of Excel has. */
export const maxSheetRows = 1_048_576
