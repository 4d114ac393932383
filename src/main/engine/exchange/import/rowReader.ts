import type { RejectReason } from '#shared/contract/exchange.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isBlank, rawText } from '../read/rawText.ts'
import type { RawCell, RawRow } from '../read/workbook.ts'
import { columnReader, isRefusal, type ColumnReader } from './cellReader.ts'
import { rowKey, several } from './keyIndexes.ts'
import { linkReader, type LinkedRows, type LinkReader } from './linkReader.ts'
import type { LinkTask, SheetTask } from './plan.ts'
import type { Problem } from './rejections.ts'
import type { Shared } from './shared.ts'

/** Reads rows of a sheet into what they would write, without writing. */
export type RowReader = {
  /** Cell values in the order of the task's cells; those that make options or members are still null. */
  values(row: RawRow, problems: Problem[]): CellValue[]
  /** Fills in the cells that make options or members: the row is taken. */
  make(row: RawRow, values: CellValue[]): void
  /** Remembers the key of a row that is taken: the next one with it is a duplicate. */
  noteKey(key: string): void
  links(row: RawRow, problems: Problem[]): LinkedRows[]
  /** Whether the row links to rows that are not all known yet. */
  linksLate(row: RawRow): boolean
  /** The row of the base it is, if the plan looks for one. */
  match(row: RawRow, problems: Problem[]): { key: string; id: number | undefined }
  missingRequired(row: RawRow, problems: Problem[]): void
  cellOf(row: RawRow, column: Column): RawCell
  /** What is wrong with the row in this column, as it is told. */
  problemOf(column: Column, row: RawRow, reason: RejectReason): Problem
}

/** `headers` are the sheet's own names of its columns, known once its header was read. */
export function rowReader(shared: Shared, task: SheetTask, isLate: (link: LinkTask) => boolean, headers: () => readonly string[]): RowReader {
  const { today } = shared.context
  const cells = task.cells.map(({ index, column }) => ({ index, column, reader: columnReader(column, shared.tools) }))
  const links = task.links.map((link) => ({
    ...link,
    isLate: isLate(link),
    read: linkReader(link, shared.indexes, task.plan.missingLinks, today),
  }))
  const keyColumns = task.keys.map(({ column }) => column)
  const matches = keyColumns.length === 0 ? null : shared.indexes.of(keyColumns)
  const indexOf = new Map([...cells, ...links, ...task.keys].map(({ index, column }) => [column.id, index]))
  const seenKeys = new Set<string>()

  const problem = (reason: RejectReason, column: Column, row: RawRow): Problem => {
    const index = indexOf.get(column.id)
    return {
      column: (index === undefined ? '' : headers()[index]) || column.name,
      value: index === undefined ? '' : rawText(row.cells[index]),
      reason,
    }
  }
  const cellOf = (row: RawRow, column: Column): RawCell => row.cells[indexOf.get(column.id) ?? -1] ?? null

  return {
    cellOf,
    problemOf: (column, row, reason) => problem(reason, column, row),
    values: (row, problems) => {
      const values: CellValue[] = []
      for (const { index, column, reader } of cells) {
        const raw = row.cells[index]
        const value = raw === undefined || isBlank(raw) ? null : readOrCheck(reader, raw)
        values.push(isRefusal(value) ? null : value)
        if (isRefusal(value)) problems.push(problem(value.reason, column, row))
      }
      return values
    },
    make: (row, values) =>
      cells.forEach(({ index, reader }, at) => {
        const raw = row.cells[index]
        if (reader.makes && raw !== undefined && !isBlank(raw)) values[at] = reader.read(raw)
      }),
    linksLate: (row) => links.some((link) => link.isLate && !isBlank(row.cells[link.index])),
    noteKey: (key) => void seenKeys.add(key),
    links: (row, problems) =>
      links.length === 0 ? noLinks : links.map((link) => readLink(link, row, (reason) => problems.push(problem(reason, link.column, row)))),
    match: (row, problems) => {
      const [first] = keyColumns
      if (matches === null || first === undefined) return { key: '', id: undefined }
      const key = rowKey(keyColumns, (column) => cellOf(row, column), today)
      const refuse = (reason: RejectReason): { key: string; id: undefined } => {
        problems.push(problem(reason, first, row))
        return { key, id: undefined }
      }
      if (key === '') return refuse('missingKey')
      if (seenKeys.has(key)) return refuse('duplicateInFile')
      const id = matches.find(key)
      if (id === several) return refuse('ambiguousMatch')
      if (id === undefined) return task.plan.mode === 'update' ? refuse('noMatch') : { key, id }
      return task.plan.mode === 'add' ? refuse('alreadyExists') : { key, id }
    },
    missingRequired: (row, problems) => {
      for (const column of task.required) if (isBlank(cellOf(row, column))) problems.push(problem('missingRequired', column, row))
    },
  }
}

function readOrCheck(reader: ColumnReader, raw: RawCell): ReturnType<Exclude<ColumnReader, { makes: true }>['read']> {
  return reader.makes ? reader.check(raw) : reader.read(raw)
}

const noLinks: LinkedRows[] = []
const nothingLinked: LinkedRows = { ids: [], missing: [] }

function readLink(link: { index: number; read: LinkReader }, row: RawRow, refuse: (reason: RejectReason) => void): LinkedRows {
  const raw = row.cells[link.index]
  if (raw === undefined || isBlank(raw)) return nothingLinked
  const rows = link.read(raw)
  if (!('reason' in rows)) return rows
  refuse(rows.reason)
  return nothingLinked
}
