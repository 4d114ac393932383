import type { CellValue } from '#shared/model/cell.ts'

/** How columns, values and options are called; what turns rules and changes into sentences asks for these. */
export type Words = {
  column: (columnId: number) => string
  /** A cell as it is read in its column. */
  value: (columnId: number, value: CellValue) => string
  /** An option or member of a column by its id. */
  choice: (columnId: number, id: number) => string
}
