import type { CellClassParams, ColDef, ICellRendererParams } from 'ag-grid-community'
import { errorReasonOf, type ErrorReason } from '#shared/formula/errorCode.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { holdsValues, type Column, type ColumnOf } from '#shared/model/column.ts'
import { buttonLabel } from '#shared/model/columns/button.ts'
import { fitsParent } from '#shared/model/columns/cascade.ts'
import { isMissing } from '#shared/model/required.ts'
import { plainLine } from '#shared/lib/markdown.ts'
import type { Schema } from '../client/schema.ts'
import { isEditable } from '../cells/cellEdit.ts'
import { ButtonCell, type ButtonParams } from './buttonCell.ts'
import { ChipCell, RowHeadCell, TickCell, type ChipParams, type RowHeadParams } from './cellComps.ts'
import { ColumnHeader } from './ColumnHeader.tsx'
import { FileCell } from './fileCell.ts'
import { FootCell, SubtotalCell, type FootParams } from './footCell.ts'
import { ErrorCell } from './errorCell.ts'
import { GroupCell } from './groupCell.ts'
import { cellOf, type GridLine, type RowLine } from './gridLine.ts'
import { RowHeadHeader } from './RowHeadHeader.tsx'
import { ProgressCell, RatingCell, UrlCell, type RatingParams, type UrlParams } from './valueComps.ts'
import type { RowColors } from './rowColors.ts'
import type { GroupWords } from './useGroupWords.ts'
import type { ArrangedColumn } from './viewColumns.ts'

export type DefsContext = {
  schema: Schema
  format: (column: Column, value: CellValue) => string
  errorSentence: (reason: ErrorReason) => string
  isInRange: (line: number, columnId: number) => boolean
  /** Stands faintly under a column of which nothing is said. */
  chooseText: string
  /** The colour of a cell by the rules of the view. */
  cellColor: RowColors['cell']
  /** What signs inside cells say under the mouse. */
  labels: { rate: string; openUrl: string; misfit: string; locked: string }
  /** Why a button cannot be pressed where its cell is this. */
  whyNotPressed: (button: ColumnOf<'button'>, cell: CellValue) => string | null
  /** What a count of files that are not shown says. */
  moreFiles: (count: number) => string
  /** Stands in a required cell that is empty. */
  missingText: string
}

export const rowHeadId = 'row'
export const addColumnId = 'add'
export const rowHeadWidth = 60

/** The grid library's columns for a view's. */
export function columnDefs(arranged: readonly ArrangedColumn[], context: DefsContext): ColDef<GridLine, CellValue>[] {
  return arranged.map(({ column, width, hidden, frozen }) => ({
    ...common(column, context),
    colId: String(column.id),
    width,
    hide: hidden,
    pinned: frozen ? 'left' : null,
    headerComponent: ColumnHeader,
    headerComponentParams: { columnId: column.id },
    headerName: column.name,
  }))
}

/** The column of row numbers, ticks and signs at the left edge, where heads of groups begin. */
export function rowHeadDef(params: RowHeadParams, words: GroupWords): ColDef<GridLine, CellValue> {
  return {
    colId: rowHeadId,
    width: rowHeadWidth,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    suppressMovable: true,
    resizable: false,
    suppressNavigable: true,
    headerComponent: RowHeadHeader,
    valueGetter: ({ data }) => (data?.kind === 'group' ? `${data.key} ${data.count} ${data.collapsed}` : null),
    cellRendererSelector: ({ data }) => (data?.kind === 'group' ? { component: GroupCell, params: words } : { component: RowHeadCell, params }),
    cellClass: 'grid-cell--head',
  }
}

/** The empty column behind the last one, whose header adds a column. */
export function addColumnDef(header: unknown, params: { onAdd: () => void }): ColDef<GridLine, CellValue> {
  return {
    colId: addColumnId,
    width: 44,
    lockPosition: 'right',
    suppressMovable: true,
    resizable: false,
    suppressNavigable: true,
    headerComponent: header,
    headerComponentParams: params,
    cellClass: 'grid-cell--beyond',
  }
}

function common(column: Column, context: DefsContext): ColDef<GridLine, CellValue> {
  const { schema, format, errorSentence, isInRange, chooseText, cellColor, missingText } = context
  const shown = schema.shown(column)
  const readOnly = !isEditable(column, schema)
  const isLong = shown.type === 'longText'
  const renderer = rendererOf(column, shown, context)
  const footCell = {
    component: FootCell,
    params: { columnId: column.id, chooseText: holdsValues(column.type) ? chooseText : '' } satisfies FootParams,
  }
  const subtotalCell = { component: SubtotalCell, params: { columnId: column.id } }
  return {
    valueGetter: ({ data }) => {
      if (data?.kind === 'row') return cellOf(data, column.id)
      // Drawn by components of their own; the grid paints a cell again when its value is another.
      return data?.kind === 'foot' || data?.kind === 'group' ? JSON.stringify(data.texts.get(column.id) ?? null) : null
    },
    valueFormatter: ({ value }) => {
      if (value === null || value === undefined) return ''
      return isLong ? plainLine(format(column, value)) : format(column, value)
    },
    cellRendererSelector: ({ data, value }: ICellRendererParams<GridLine, CellValue>) => {
      if (data?.kind === 'foot') return footCell
      if (data?.kind === 'group') return subtotalCell
      if (data?.kind !== 'row') return undefined
      const reason = column.type === 'formula' ? errorReasonOf(value ?? null) : null
      return reason === null ? (renderer ?? undefined) : { component: ErrorCell, params: { sentence: errorSentence(reason) } }
    },
    cellStyle: ({ data }) => ({
      '--cell-color': (data?.kind === 'row' ? cellColor(data, column.id) : null) ?? 'transparent',
      ...(column.required ? { '--missing-text': JSON.stringify(missingText) } : {}),
    }),
    // A cell that is missing looks like one that is still being read: both are empty.
    ...(looksAround(shown) || schema.schemeOfColumn(column.id) !== undefined || column.required ? { equals: () => false } : {}),
    cellClass: cellClasses(shown, readOnly && holdsValues(column.type) && computedLook(column, schema)),
    cellClassRules: {
      'grid-cell--range': ({ rowIndex, node }: CellClassParams<GridLine, CellValue>) => node.rowPinned == null && isInRange(rowIndex, column.id),
      'grid-cell--missing': ({ data }) => !readOnly && data?.kind === 'row' && isMissing(column, cellOf(data, column.id)),
    },
  }
}

function rendererOf(
  column: Column,
  shown: Column,
  { schema, labels, moreFiles, whyNotPressed }: DefsContext,
): { component: unknown; params?: ButtonParams | ChipParams | RatingParams | UrlParams | { more: (count: number) => string } } | null {
  switch (shown.type) {
    case 'singleSelect':
    case 'multipleSelect': {
      const chips = new Map(shown.settings.options.map((one) => [one.id, one]))
      const lockedLabel = (line: RowLine) => (line.locked?.includes(column.id) === true ? labels.locked : null)
      if (schema.schemeOfColumn(column.id) !== undefined) return { component: ChipCell, params: { chips, dot: false, isClass: true, lockedLabel } }
      if (shown.type === 'multipleSelect') return { component: ChipCell, params: { chips, dot: false } }
      return { component: ChipCell, params: { chips, dot: false, misfit: (line, value) => misfitOf(shown, line, value, labels.misfit) } }
    }
    case 'member':
    case 'members':
    case 'createdBy':
    case 'modifiedBy':
      return { component: ChipCell, params: { chips: new Map(schema.members.map((one) => [one.id, one])), dot: true } }
    case 'checkbox':
      return { component: TickCell }
    case 'rating':
      return { component: RatingCell, params: { ...shown.settings, setLabel: labels.rate } }
    case 'progress':
      return { component: ProgressCell }
    case 'url':
      return { component: UrlCell, params: { openLabel: labels.openUrl } }
    case 'button': {
      const [whyNot, whyNotHere] = [whyNotPressed(shown, null), whyNotPressed(shown, 0)]
      return { component: ButtonCell, params: { label: buttonLabel(shown), color: shown.settings.color, whyNot, whyNotHere } }
    }
    case 'file':
    case 'image':
    case 'signature':
      return { component: FileCell, params: { more: moreFiles } }
    default:
      return null
  }
}

function misfitOf({ settings }: ColumnOf<'singleSelect'>, line: RowLine, value: CellValue, label: string): string | null {
  const parentId = settings.cascade?.parentColumnId
  if (parentId === undefined || !line.places.has(parentId)) return null
  return fitsParent(settings, cellOf(line, parentId), value) ? null : label
}

/** Whether a column's cell is drawn anew when another cell of the row changed. */
const looksAround = (shown: Column): boolean => shown.type === 'singleSelect' && shown.settings.cascade != null

/** A class column is filled by a scheme, but its chip says so already. */
const computedLook = (column: Column, schema: Schema): boolean => schema.schemeOfColumn(column.id) === undefined && !schema.readOnly

function cellClasses(shown: Column, computed: boolean): string[] {
  const names = [`grid-cell--${shown.type}`]
  if (shown.type === 'number' || shown.type === 'duration') names.push('grid-cell--figures')
  if (computed) names.push('grid-cell--computed')
  return names
}
