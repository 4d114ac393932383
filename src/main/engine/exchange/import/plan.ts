import { Failure } from '#shared/contract/failure.ts'
import type { ColumnTarget, ImportPlan, SheetPlan } from '#shared/contract/exchange.ts'
import { appError } from '#shared/i18n/appError.ts'
import { computedColumnTypes, type Column, type ColumnOf } from '#shared/model/column.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import type { WriteContext } from '../../context.ts'
import { createColumn, createLink, updateColumn } from '../../tables/columns.ts'
import { createTable, setPrimaryColumn, tableOf } from '../../tables/tables.ts'
import { createView } from '../../tables/views.ts'
import { classColumnIds } from '../../store/schema.ts'
import type { RawSheet, Workbook } from '../read/workbook.ts'

/** One sheet with everything its rows need to find their place. */
export type SheetTask = {
  plan: SheetPlan
  sheet: RawSheet
  tableId: number
  cells: { index: number; column: Column; isNew: boolean }[]
  links: LinkTask[]
  keys: { index: number; column: Column }[]
  /** Columns a new row must fill. */
  required: Column[]
}

/** A link column, and the columns of the other table by which a text names a row: the first that knows it decides. */
export type LinkTask = { index: number; column: ColumnOf<'link'>; isNew: boolean; matchColumns: readonly Column[] }

export type ResolvedPlan = {
  /** In an order in which rows come before those that link to them, as far as there is one. */
  tasks: SheetTask[]
  /** Tables and columns made by this import: nothing is in them yet. */
  newTables: ReadonlySet<number>
  newColumns: ReadonlySet<number>
}

/** Makes the tables and columns a plan asks for, and finds those it names. `allName` names the view of a new table. */
export function resolvePlan(context: WriteContext, plan: ImportPlan, workbook: Workbook, allName: string): ResolvedPlan {
  const newTables = new Set<number>()
  const newColumns = new Set<number>()
  const sheets = plan.sheets.map((sheetPlan) => {
    checkPlan(context, sheetPlan)
    const sheet = workbook.sheets.find((known) => known.name === sheetPlan.sheet)
    if (sheet === undefined) throw new Failure(appError('import.sheetNotFound', { name: sheetPlan.sheet }))
    const tableId = tableFor(context, sheetPlan, newTables, allName)
    return { plan: sheetPlan, sheet, tableId, made: new Map<number, Column>() }
  })
  const makeColumns = (areLinks: boolean): void => {
    for (const { plan: sheetPlan, tableId, made } of sheets) {
      for (const { index, target } of sheetPlan.columns) {
        if ((target.kind === 'newLink' || target.kind === 'newTableLink') !== areLinks) continue
        const column = columnFor(context, tableId, target, (name) => sheets.find((other) => other.plan.sheet === name)?.tableId)
        if (column === null) continue
        if (target.kind !== 'column') newColumns.add(column.id)
        if (areLinks) placeInOrder(context, column, index, new Map([...made].filter(([, known]) => newColumns.has(known.id))))
        made.set(index, column)
      }
    }
  }
  // Links come last, because each makes a column in another table too, behind that one's own.
  makeColumns(false)
  for (const { tableId, made } of sheets) if (newTables.has(tableId)) choosePrimary(context, tableId, [...made.values()])
  makeColumns(true)
  const columnOfSheet = (name: string, index: number): Column | undefined => sheets.find((other) => other.plan.sheet === name)?.made.get(index)
  const tasks = sheets.map((sheet) => taskOf(context, sheet, newColumns, columnOfSheet))
  return { tasks: inLinkOrder(tasks), newTables, newColumns }
}

/** Sheets whose rows others link to come first; sheets that link to each other keep their order. */
export function inLinkOrder(tasks: readonly SheetTask[]): SheetTask[] {
  const ordered: SheetTask[] = []
  const open = [...tasks]
  while (open.length > 0) {
    const isFree = (task: SheetTask): boolean =>
      task.links.every(
        ({ column }) => !open.some((other) => other !== task && other.tableId === column.settings.otherTableId && other.tableId !== task.tableId),
      )
    const next = Math.max(0, open.findIndex(isFree))
    ordered.push(...open.splice(next, 1))
  }
  return ordered
}

function checkPlan(context: WriteContext, plan: SheetPlan): void {
  const used = plan.columns.filter(({ target }) => target.kind !== 'skip')
  if (used.length === 0) throw new Failure(appError('import.nothingMapped'))
  if (plan.mode !== 'add' && plan.matchIndexes.length === 0) throw new Failure(appError('import.noMatchKey'))
  if (plan.matchIndexes.some((index) => !used.some((column) => column.index === index))) throw new Failure(appError('import.noMatchKey'))
  const seen = new Set<string>()
  for (const { target } of used) {
    const key = target.kind === 'column' ? String(target.columnId) : target.kind === 'skip' ? '' : `new ${target.name.trim()}`
    if (!seen.has(key)) {
      seen.add(key)
      continue
    }
    const name = target.kind === 'column' ? (context.schema.columns.get(target.columnId)?.name ?? '') : target.kind === 'skip' ? '' : target.name
    throw new Failure(appError('import.columnTwice', { name }))
  }
}

function tableFor(context: WriteContext, plan: SheetPlan, newTables: Set<number>, allName: string): number {
  if ('tableId' in plan.table) return tableOf(context, plan.table.tableId).id
  const table = createTable(context, { name: plan.table.newTable, role: null })
  createView(context, { tableId: table.id, name: allName, role: null, settings: emptyViewSettings, personal: false })
  newTables.add(table.id)
  return table.id
}

function columnFor(context: WriteContext, tableId: number, target: ColumnTarget, tableOfSheet: (name: string) => number | undefined): Column | null {
  switch (target.kind) {
    case 'skip':
      return null
    case 'column': {
      const column = context.schema.columns.get(target.columnId)
      if (column === undefined || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
      return column
    }
    case 'new': {
      const { type, settings } = newColumnType(target.type)
      return createColumn(context, {
        tableId,
        name: target.name.trim(),
        type,
        settings,
        role: null,
        description: '',
        required: false,
        beforeColumnId: null,
      })
    }
    case 'newLink':
    case 'newTableLink': {
      const otherTableId = target.kind === 'newTableLink' ? tableOf(context, target.tableId).id : tableOfSheet(target.sheet)
      if (otherTableId === undefined)
        throw new Failure(appError('import.sheetNotFound', { name: target.kind === 'newLink' ? target.sheet : target.name }))
      const otherName = freeName(context, otherTableId, tableOf(context, tableId).name)
      const made = createLink(context, {
        tableId,
        name: target.name.trim(),
        role: null,
        multiple: false,
        otherTableId,
        otherName,
        otherRole: null,
        otherMultiple: true,
      })
      return made.column
    }
  }
}

function newColumnType(type: Extract<ColumnTarget, { kind: 'new' }>['type']): {
  type: Exclude<typeof type, 'currency' | 'percent'>
  settings: Record<string, unknown>
} {
  if (type === 'currency') return { type: 'number', settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' } }
  if (type === 'percent') return { type: 'number', settings: { format: 'percent', decimals: 0, thousands: false, symbol: '' } }
  return type === 'number' ? { type, settings: { format: 'plain', decimals: 0, thousands: false, symbol: '' } } : { type, settings: {} }
}

function freeName(context: WriteContext, tableId: number, wanted: string): string {
  const taken = new Set(context.schema.columnsOf(tableId).map((column) => column.name))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(name)) return name
  }
}

/** Puts a new link where it stands in the sheet: before the next column that was made. */
function placeInOrder(context: WriteContext, column: Column, index: number, made: ReadonlyMap<number, Column>): void {
  const following = [...made].filter(([other]) => other > index).sort(([left], [right]) => left - right)[0]
  if (following !== undefined) updateColumn(context, { columnId: column.id, beforeColumnId: following[1].id })
}

/** A row of a new table is named by its first column of plain text that is no running number. */
function choosePrimary(context: WriteContext, tableId: number, columns: readonly Column[]): void {
  const named = columns.find((column) => column.type === 'text' && !/^(序号|行号|no\.?|#)$/i.test(column.name))
  const primary = named ?? columns.find((column) => column.type !== 'link')
  if (primary !== undefined && tableOf(context, tableId).primaryColumnId !== primary.id) setPrimaryColumn(context, { tableId, columnId: primary.id })
}

type Sheet = { plan: SheetPlan; sheet: RawSheet; tableId: number; made: Map<number, Column> }

function taskOf(
  context: WriteContext,
  sheet: Sheet,
  newColumns: ReadonlySet<number>,
  columnOfSheet: (name: string, index: number) => Column | undefined,
): SheetTask {
  const classes = classColumnIds(context.schema)
  const isFilled = (column: Column): boolean => computedColumnTypes.has(column.type) || fileColumnTypes.has(column.type) || classes.has(column.id)
  const targets = sheet.plan.columns.flatMap(({ index, target }) => {
    const column = sheet.made.get(index)
    return column === undefined ? [] : [{ index, target, column, isNew: newColumns.has(column.id) }]
  })
  return {
    plan: sheet.plan,
    sheet: sheet.sheet,
    tableId: sheet.tableId,
    // What the engine fills may name a row, but is not written; new rows bring their own numbers.
    cells: targets.flatMap(({ index, column, isNew }) =>
      column.type === 'link' || (isFilled(column) && column.type !== 'autoNumber') ? [] : [{ index, column, isNew }],
    ),
    links: targets.flatMap(({ index, target, column, isNew }) => {
      if (column.type !== 'link') return []
      return [{ index, column, isNew, matchColumns: matchColumnsOf(context, column, target, columnOfSheet) }]
    }),
    keys: targets.filter(({ index }) => sheet.plan.matchIndexes.includes(index)).map(({ index, column }) => ({ index, column })),
    // What the sheet says nothing of gets its default.
    required: context.schema
      .columnsOf(sheet.tableId)
      .filter((column) => column.required && !isFilled(column))
      .filter((column) => column.defaultValue == null || targets.some((target) => target.column.id === column.id)),
  }
}

/** The column that was chosen; else what names the rows, and after it the numbers the rows have. */
function matchColumnsOf(
  context: WriteContext,
  link: ColumnOf<'link'>,
  target: ColumnTarget,
  columnOfSheet: (name: string, index: number) => Column | undefined,
): readonly Column[] {
  const { otherTableId } = link.settings
  const primary = context.schema.columns.get(context.schema.tables.get(otherTableId)?.primaryColumnId ?? 0)
  const namedId = target.kind === 'column' || target.kind === 'newTableLink' ? target.matchColumnId : null
  const found = target.kind === 'newLink' ? columnOfSheet(target.sheet, target.matchIndex) : primary
  const named = namedId === null ? found : context.schema.columns.get(namedId)
  if (named === undefined || named.tableId !== otherTableId) throw new Failure(appError('import.noLinkKey', { name: link.name }))
  if (namedId !== null || target.kind === 'newLink') return [named]
  const numbers = context.schema.columnsOf(otherTableId).filter((column) => column.type === 'autoNumber' || column.role?.endsWith('.number') === true)
  return [named, ...numbers.filter((column) => column.id !== named.id)]
}
