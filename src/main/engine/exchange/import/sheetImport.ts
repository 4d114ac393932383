import type { SheetResult } from '#shared/contract/exchange.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { headerNames } from '../header.ts'
import { isBlank, rawText } from '../read/rawText.ts'
import type { RawRow } from '../read/workbook.ts'
import { rowKey, type Keyed } from './keyIndexes.ts'
import type { LinkedRows } from './linkReader.ts'
import { matchKey } from '#shared/model/cellKey.ts'
import { mergedCellFiller } from '../mergedCells.ts'
import type { LinkTask, SheetTask } from './plan.ts'
import type { Problem } from './rejections.ts'
import { rowIdSource } from './rowIdSource.ts'
import { rowReader } from './rowReader.ts'
import { rowWriter } from './rowWriter.ts'
import type { Shared } from './shared.ts'
import { uniqueGuard } from './uniqueGuard.ts'

/** A sheet while its rows come in. */
export type SheetImport = {
  task: SheetTask
  result: SheetResult
  headers(): readonly string[]
  /** Reads all rows and writes those that can be; rows with links to rows still to come are kept waiting. */
  read(): Promise<void>
  /** Looks at the waiting rows again, now that all rows are known. Answers how many were rejected. */
  settle(): number
  /** Writes the rows that waited. */
  finish(): void
}

/** Rows that are written at once: many enough for SQLite, few enough to be cancelled between and to need little memory. */
const batchSize = 5000

/** A row that is good but for its links. */
type WaitingRow = {
  row: RawRow
  id: number
  isNew: boolean
  values: CellValue[]
  links: LinkedRows[]
  keys: string[]
  /** It changes a row that waits itself. */
  changesWaiting: boolean
}

export function sheetImport(shared: Shared, task: SheetTask, isLate: (link: LinkTask) => boolean): SheetImport {
  const { context, rejections } = shared
  const { plan, tableId } = task
  const result: SheetResult = { sheet: plan.sheet, tableId, read: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, blank: 0 }
  let headers: string[] = []
  let waiting: WaitingRow[] = []
  const reader = rowReader(shared, task, isLate, () => headers)
  const writer = rowWriter(context, task)
  const rowIds = rowIdSource(context, tableId)
  const unique = uniqueGuard(context, task)

  const reject = (row: RawRow, problems: Problem[]): void => {
    result.rejected += 1
    rejections.add(plan.sheet, row, problems)
  }

  const flush = (): void => {
    shared.missing.flush()
    const { updates, changed } = writer.flush()
    result.updated += changed
    result.unchanged += updates - changed
  }

  const take = ({ row, id, isNew, values, links }: WaitingRow): void => {
    const linked = links.map((rows, at) => (rows.missing.length === 0 ? rows.ids : [...rows.ids, ...made(shared, task.links[at], rows.missing)]))
    if (isNew) result.added += 1
    if (isNew) writer.add(id, values, linked)
    else writer.update(id, values, linked)
    shared.onTaken(task, row, values)
    if (writer.size() >= batchSize) flush()
  }

  const waitsFor = (links: readonly LinkedRows[]): boolean =>
    links.some((rows, at) => rows.ids.some((id) => shared.waiting.has(task.links[at]?.column.settings.otherTableId ?? 0, id)))

  const readRow = (row: RawRow, keyed: readonly Keyed[]): void => {
    const problems: Problem[] = []
    const values = reader.values(row, problems)
    const isLateRow = reader.linksLate(row)
    const links = isLateRow ? [] : reader.links(row, problems)
    const match = reader.match(row, problems)
    const isNew = match.id === undefined
    if (isNew && problems.length === 0) reader.missingRequired(row, problems)
    if (problems.length > 0) {
      reject(row, problems)
      return
    }
    const id = match.id ?? rowIds.next()
    const broken = unique.take(id, isNew, values)
    if (broken !== null) {
      reject(row, [reader.problemOf(broken, row, 'notUnique')])
      return
    }
    reader.make(row, values)
    reader.noteKey(match.key)
    const keys = keyed.map(({ columns, index }) => {
      const key = rowKey(columns, (column) => reader.cellOf(row, column), context.today)
      index.add(key, id)
      return key
    })
    const candidate = { row, id, isNew, values, links, keys, changesWaiting: shared.waiting.has(tableId, id) }
    if (isLateRow || waitsFor(links) || candidate.changesWaiting) {
      waiting.push(candidate)
      if (isNew) shared.waiting.add(tableId, id)
    } else take(candidate)
  }

  return {
    task,
    result,
    headers: () => headers,
    read: async () => {
      const merges = await task.sheet.merges()
      const keyed = shared.indexes.ofTable(tableId)
      const fill = mergedCellFiller(merges, plan.headerRow + 1)
      const top: RawRow[] = []
      let headerKeys: HeaderKeys | null = null
      // Blank rows count only when a row follows: those at the end are no rows of the sheet.
      let lastRow = plan.headerRow + 1
      for await (const rows of task.sheet.rows()) {
        for (const row of rows) {
          if (row.number <= plan.headerRow + 1) {
            top.push(row)
            continue
          }
          fill(row)
          if (isBlankRow(task, row)) continue
          if (headerKeys === null) {
            headers = headerNames(top, plan.headerRow, merges)
            headerKeys = headerKeysOf(top, plan.headerRow, headers)
            if (headers.every((name) => name === '')) throw new Failure(appError('file.noHeader', { name: plan.sheet }))
          }
          result.blank += row.number - lastRow - 1
          lastRow = row.number
          if (isHeaderAgain(task, row, headerKeys)) reject(row, [{ column: null, value: '', reason: 'repeatedHeader' }])
          else readRow(row, keyed)
        }
        result.read = lastRow - plan.headerRow - 1
        shared.noteRead(rows.length)
        if (context.cancelled()) throw new Failure(appError('cancelled'))
      }
      if (headerKeys === null) headers = headerNames(top, plan.headerRow, merges)
      if (headers.every((name) => name === '')) throw new Failure(appError('file.empty', { name: plan.sheet }))
      flush()
    },
    settle: () => {
      const before = waiting
      waiting = []
      for (const candidate of before) {
        const problems: Problem[] = []
        candidate.links = reader.links(candidate.row, problems)
        if (candidate.changesWaiting && !shared.waiting.has(tableId, candidate.id)) problems.push({ column: null, value: '', reason: 'noMatch' })
        if (problems.length === 0) {
          waiting.push(candidate)
          continue
        }
        reject(candidate.row, problems)
        if (candidate.isNew) shared.waiting.remove(tableId, candidate.id)
        shared.indexes.ofTable(tableId).forEach(({ index }, at) => index.remove(candidate.keys[at] ?? '', candidate.id))
      }
      return before.length - waiting.length
    },
    finish: () => {
      for (const candidate of waiting) take(candidate)
      waiting = []
      flush()
    },
  }
}

function made(shared: Shared, link: LinkTask | undefined, names: readonly string[]): number[] {
  const [naming] = link?.matchColumns ?? []
  return naming === undefined ? [] : names.map((name) => shared.missing.make(naming, name))
}

function isBlankRow(task: SheetTask, row: RawRow): boolean {
  return [task.cells, task.links, task.keys].every((places) => places.every(({ index }) => isBlank(row.cells[index])))
}

/** What a header that comes again may bring: the texts of its row, or the full names that merges made of them. */
type HeaderKeys = { own: string[]; full: string[] }

function headerKeysOf(top: readonly RawRow[], headerRow: number, headers: readonly string[]): HeaderKeys {
  const cells = top.find((row) => row.number === headerRow + 1)?.cells ?? []
  return { own: cells.map((cell) => matchKey(rawText(cell))), full: headers.map(matchKey) }
}

/** Whether the row is the header once more, as where pages were pasted together. */
function isHeaderAgain(task: SheetTask, row: RawRow, keys: HeaderKeys): boolean {
  const places = [...task.cells, ...task.links]
  let same = 0
  for (const { index } of places) {
    const cell = row.cells[index]
    if (isBlank(cell)) continue
    if (typeof cell !== 'string') return false
    const key = matchKey(cell)
    if (key !== keys.own[index] && key !== keys.full[index]) return false
    same += 1
  }
  return same >= Math.min(2, places.length)
}
