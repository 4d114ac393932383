import type { SchemaChange } from '#shared/change/change.ts'
import type { ImportPlan, ImportResult } from '#shared/contract/exchange.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ProgressEvent } from '#shared/contract/events.ts'
import type { WriteContext } from '../../context.ts'
import type { RawRow, Workbook } from '../read/workbook.ts'
import type { ReaderTools } from './cellReader.ts'
import { columnNotes } from './columnNotes.ts'
import { keyIndexes } from './keyIndexes.ts'
import { memberReader } from './memberReader.ts'
import { missingRows } from './missingRows.ts'
import { resolvePlan, type SheetTask } from './plan.ts'
import { newRejections, type Rejections } from './rejections.ts'
import { selectReader, type SelectReader } from './selectReader.ts'
import { waitingIds, type Shared } from './shared.ts'
import { sheetImport, type SheetImport } from './sheetImport.ts'

export type ImportOptions = {
  lang: Lang
  phase: ProgressEvent['phase']
  onTaken?: (task: SheetTask, row: RawRow, values: readonly CellValue[]) => void
}

export type Imported = {
  result: Omit<ImportResult, 'rejectionFile'>
  sheets: SheetImport[]
  rejections: Rejections
  /** The readers that were used, to show what was read. */
  tools: ReaderTools
}

/**
 * Brings the sheets of a plan into the base: reads each row once, finds its place, and writes it or rejects it with a
 * reason. Everything goes through the one write it is part of, so that one undo takes the whole import back. The
 * caller disposes of the rejections.
 */
export async function runImport(context: WriteContext, plan: ImportPlan, workbook: Workbook, options: ImportOptions): Promise<Imported> {
  const resolved = resolvePlan(context, plan, workbook, translator(options.lang)('exchange.allRows'))
  const selects = new Map<number, SelectReader>()
  const members = memberReader([...context.schema.members.values()], () => context.newId('member'))
  const tools: ReaderTools = {
    context: { lang: options.lang, members: [...context.schema.members.values()], today: context.today },
    members,
    selectFor: (column) => {
      const known = selects.get(column.id) ?? selectReader(column)
      selects.set(column.id, known)
      return known
    },
  }
  const indexes = keyIndexes(context, (column) => resolved.newTables.has(column.tableId) || resolved.newColumns.has(column.id))
  const rejections = newRejections()
  const notes = columnNotes()
  let rowsRead = 0
  const shared: Shared = {
    context,
    tools,
    indexes,
    rejections,
    missing: missingRows(context, indexes, tools.context),
    waiting: waitingIds(),
    noteRead: (rows) => {
      rowsRead += rows
      context.progress(options.phase, rowsRead, null)
    },
    onTaken: (task, row, values) => {
      notes.note(task, values)
      options.onTaken?.(task, row, values)
    },
  }
  try {
    const sheets = resolved.tasks.map((task, order) => {
      const isReadFrom = (tableId: number): boolean => resolved.tasks.slice(order).some((other) => other.tableId === tableId)
      return sheetImport(shared, task, (link) => isReadFrom(link.column.settings.otherTableId))
    })
    for (const sheet of sheets) await sheet.read()
    while (sheets.reduce((rejected, sheet) => rejected + sheet.settle(), 0) > 0) {
      // A row that is rejected may be what another one links to: look again until none falls.
    }
    for (const sheet of sheets) sheet.finish()
    const schema: SchemaChange[] = [
      ...members.created().map((member): SchemaChange => ({ kind: 'member', id: member.id, from: null, to: member })),
      ...[...selects].flatMap(([columnId, select]): SchemaChange[] => {
        const from = context.schema.columns.get(columnId)
        const to = select.column()
        return from === undefined || to === from ? [] : [{ kind: 'column', id: columnId, from, to }]
      }),
      ...notes.changes(context.schema),
    ]
    if (schema.length > 0) context.apply({ schema })
    return { result: resultOf(plan, sheets, shared), sheets, rejections, tools }
  } catch (error) {
    rejections.dispose()
    throw error
  }
}

function resultOf(plan: ImportPlan, sheets: readonly SheetImport[], shared: Shared): Omit<ImportResult, 'rejectionFile'> {
  const { rejections, tools, missing } = shared
  return {
    // In the order of the plan, whatever the order in which they were read.
    sheets: plan.sheets.flatMap((sheetPlan) => sheets.filter((sheet) => sheet.task.plan === sheetPlan).map((sheet) => sheet.result)),
    rejections: [...rejections.first],
    rejectionCount: rejections.count,
    created: { members: tools.members.created().map((member) => member.name), linkedRows: missing.count() },
  }
}
