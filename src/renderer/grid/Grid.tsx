import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import type { GetRowIdParams, GridApi, IsFullWidthRowParams, RowClassParams } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import type { Column } from '#shared/model/column.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type MouseEvent, type Ref, type RefObject } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useSchema } from '../client/useBase.ts'
import { useFormat, useFormatInFull } from '../client/useFormat.ts'
import type { CellEdit } from '../cells/cellEdit.ts'
import { usePress, whyNotPressed } from '../cells/usePress.ts'
import { useLocking } from '../locks/locking.ts'
import { notifyError, useNotices, type Said } from '../shell/notices.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useLang, useT } from '../ui/lang.ts'
import { AddColumnHeader } from './AddColumnHeader.tsx'
import { registerGridModules } from './agModules.ts'
import { boxOfCell, cellElement, placeOfFoot } from './boxOfCell.ts'
import { stepFrom, type CellPlace } from './cellRange.ts'
import { clearCells } from './clearCells.ts'
import { addColumnDef, columnDefs, rowHeadDef, rowHeadWidth } from './columnDefs.ts'
import { EditLayer, type After } from './EditLayer.tsx'
import './grid.css'
import { cellOf, lineKey, type FootTexts, type GridLine, type GroupLine } from './gridLine.ts'
import { chosenCells, shownColumnIds, type ChosenCells } from './gridReader.ts'
import { gridTheme } from './gridTheme.ts'
import { AddLine } from './lineComps.ts'
import { useRowSelection } from './rowSelection.ts'
import { useArrangeEvents, type Arrangement } from './useArrangeEvents.ts'
import { gridKey } from './gridKeys.ts'
import { useCellRange } from './useCellRange.ts'
import { useColumnMenu } from './useColumnMenu.ts'
import { useCellFiles } from './useCellFiles.ts'
import { useClipboard } from './useClipboard.ts'
import { useEdit } from './useEdit.ts'
import { goTo, pointAt, useGridKeys } from './useGridKeys.ts'
import { useGroupWords } from './useGroupWords.ts'
import { useGridMouse } from './useGridMouse.ts'
import { blockSize, useLines, type ListInput } from './useLines.ts'
import { openRowId, useOpenRowMark } from './useOpenRowMark.ts'
import { useRangeMarks } from './useRangeMarks.ts'
import { useRangeSumming } from './useRangeSumming.ts'
import { useRowColors } from './useRowColors.ts'
import { useRowTicks } from './useRowTicks.ts'
import { useSearchMarks } from './useSearchMarks.ts'
import { useStickyHeads } from './useStickyHeads.ts'
import { useSubtotals, type StatisticWords } from './useSubtotals.ts'
import { useWhy } from './useWhy.ts'
import type { ArrangedColumn } from './viewColumns.ts'
import { WhyLayer } from '../why/WhyLayer.tsx'

registerGridModules()

/** What the screen around it may ask of the grid. */
export type GridHandle = {
  /** Brings a line into sight with the focus on its first cell, and opens its editor where asked. */
  show: (line: number, edit: boolean) => void
  /** Brings a cell into sight and chooses it; the keys stay where they are. */
  point: (line: number, columnId: number) => void
  /** Puts the keys on the cells that are chosen. */
  focusChosen: () => void
  /** Where the foot of a column stands in the window. */
  footOf: (columnId: number) => { x: number; y: number } | null
  /** The cells that are chosen where they are more than one. */
  chosen: () => Promise<ChosenCells | null>
}

type GridProps = {
  tableId: number
  query: RowQuery
  columns: readonly ArrangedColumn[]
  rowHeight: number
  collapsed: readonly string[]
  /** What stands under columns at the foot. */
  foot: FootTexts
  /** What is said of columns, at the foot and of groups. */
  statistics: readonly ColumnStatistic[]
  statisticWords: StatisticWords
  colors: readonly ColorRule[]
  /** Whether columns may be moved and widened. */
  canArrange: boolean
  onArrange: (arrangement: Arrangement) => void
  onToggleGroup: (key: string) => void
  onAddRow: () => void
  onAddInGroup: (group: GroupLine) => void
  onAddColumn: () => void
  onOpenRow: (rowId: number) => void
  onRowMenu: (rowId: number, columnId: number | null, at: { x: number; y: number }) => void
  /** A press on the foot of a column. */
  onFoot: (columnId: number, at: { x: number; y: number }) => void
  /** Rows and lines of the list, whenever they become known. */
  onCounts: (counts: { lines: number; rows: number }) => void
  ref?: Ref<GridHandle>
}

/** A table as a spreadsheet: scrolls through any number of rows, edits in place. */
export function Grid(props: GridProps) {
  const {
    tableId,
    query,
    columns,
    rowHeight,
    collapsed,
    foot,
    statistics,
    statisticWords,
    colors,
    canArrange,
    onArrange,
    onToggleGroup,
    onAddRow,
    onAddColumn,
    onOpenRow,
  } = props
  const { onRowMenu, onFoot, onAddInGroup, onCounts, ref } = props
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const format = useFormat()
  const root = useRef<HTMLDivElement>(null)
  const [api, setApi] = useState<GridApi<GridLine> | null>(null)

  const allIds = useMemo(() => schema.columnsOf(tableId).map(({ id }) => id), [schema, tableId])
  const list = useMemo<ListInput>(() => ({ tableId, query, collapsed, columnIds: allIds, colors }), [tableId, query, collapsed, allIds, colors])
  const conditionIds = useMemo(
    () => schema.columnsOf(tableId).flatMap((column) => (column.type === 'button' ? columnsOfFilter(column.settings.condition) : [])),
    [schema, tableId],
  )
  const subtotals = useSubtotals(api, query.groups.length === 0 ? noStatistics : statistics, statisticWords)
  const lines = useLines(api, list, !schema.readOnly && query.groups.length === 0, subtotals, conditionIds)
  useStickyHeads(api, root, rowHeight, query.groups.length > 0, subtotals)
  const edit = useEdit(api, schema)
  const isInRange = useRangeMarks(api, root)
  useRowTicks(api)
  useCellFiles(api, root, schema)
  useClipboard({ api, root, schema, list, format: useFormatInFull() })
  const arrangeEvents = useArrangeEvents(onArrange)
  const groupWords = useGroupWords(query.groups)
  const painter = useRowColors(colors)
  const addParams = useMemo(() => ({ addRow: t('grid.addRow') }), [t])

  const defs = useMemo(
    () => [
      rowHeadDef(
        {
          isTicked: (id) => useRowSelection.getState().ids.has(id),
          mark: painter.mark,
          tickLabel: t('grid.selectRow'),
          openLabel: t('grid.openRow'),
          openHint: t('grid.openRowHint'),
        },
        groupWords,
      ),
      ...columnDefs(columns, {
        schema,
        format,
        errorSentence: (reason) => t(`formulaEditor.error.${reason}`),
        isInRange,
        chooseText: t('statistics.choose'),
        cellColor: painter.cell,
        labels: {
          rate: t('columnTypes.rating.set'),
          openUrl: t('columnTypes.url.open'),
          misfit: t('columnTypes.cascade.misfit'),
          locked: t('locks.sign'),
        },
        whyNotPressed: (button, cell) => whyNotPressed(button, cell, schema)?.message[lang] ?? null,
        moreFiles: (count) => t('files.more', { count }),
        missingText: t('grid.missing'),
      }),
      ...(schema.readOnly ? [] : [addColumnDef(AddColumnHeader, { onAdd: onAddColumn })]),
    ],
    [columns, schema, format, isInRange, t, lang, onAddColumn, groupWords, painter],
  )

  useEffect(() => {
    if (lines.counts !== null) onCounts(lines.counts)
  }, [lines.counts, onCounts])

  const press = useCallback(
    (line: GridLine) => {
      if (line.kind === 'group') onToggleGroup(line.key)
      if (line.kind === 'add') onAddRow()
    },
    [onToggleGroup, onAddRow],
  )
  const begin = useCallback((place: CellPlace, typed: string | null) => edit.begin(place.line, place.columnId, typed), [edit])
  // A required cell says so where it stands; several in a row say it once, below.
  const keep = useCallback(
    (kept: readonly Column[], place: CellPlace | null) => {
      const why: Said = (t) => t('grid.requiredCell', { name: kept.map(({ name }) => name).join(t('common.listSeparator')) })
      if (place !== null) edit.begin(place.line, place.columnId, null, why(t, lang))
      else useNotices.getState().notify({ tone: 'problem', text: why })
    },
    [edit, t, lang],
  )
  const openRow = useCallback(
    (place: CellPlace) => {
      const line = api?.getDisplayedRowAtIndex(place.line)?.data
      if (line?.kind === 'row') onOpenRow(line.id)
    },
    [api, onOpenRow],
  )
  const { asked: askedWhy, askAt: askWhyAt, close: closeWhy } = useWhy({ api, root, schema })
  // Why a class is one gives way to the dialog that sets it.
  useEffect(() => useLocking.subscribe(({ request }) => request !== null && closeWhy()), [closeWhy])
  const openUrl = useCallback((url: string) => void call('app.openUrl', { url }).catch((thrown: unknown) => notifyError(errorOf(thrown))), [])
  const pressButton = usePress()
  const pressAt = useCallback(
    ({ line: at, columnId }: CellPlace): boolean => {
      const line = api?.getDisplayedRowAtIndex(at)?.data
      const button = schema.column(columnId)
      if (line?.kind !== 'row' || button?.type !== 'button') return false
      void pressButton(button, line.id, cellOf(line, columnId))
      return true
    },
    [api, schema, pressButton],
  )
  const rate = useCallback((place: CellPlace, count: number) => edit.rate(place.line, place.columnId, count), [edit])
  const openMenuOf = useCallback(
    (columnId: number) => {
      api?.ensureColumnVisible(String(columnId))
      useColumnMenu.getState().open(columnId)
    },
    [api],
  )
  const keyActions = useMemo(
    () => ({
      edit: (place: CellPlace, typed: string | null) => (typed === null && (pressAt(place) || askWhyAt(place))) || begin(place, typed),
      clear: () => {
        if (api !== null) void clearCells(api, list, schema, lang, keep)
      },
      open: (place: CellPlace) => {
        if (!pressAt(place)) openRow(place)
      },
      press,
      leave: () => useRowSelection.getState().clear(),
      columnMenu: openMenuOf,
    }),
    [api, list, schema, lang, keep, begin, openRow, press, pressAt, openMenuOf, askWhyAt],
  )
  const onKey = useGridKeys(api, keyActions)
  const mouseEvents = useGridMouse({
    list,
    onPress: press,
    onOpenRow,
    onEdit: begin,
    onRowMenu,
    onFoot,
    onAddInGroup,
    onOpenUrl: openUrl,
    onPressButton: pressAt,
    onRate: rate,
  })

  // Before the grid library sees them: its own keys differ from a spreadsheet's.
  useEffect(() => {
    const element = root.current
    const onKeyDown = (event: KeyboardEvent) => {
      const head = event.target instanceof Element ? Number(event.target.closest('.ag-header-cell')?.getAttribute('col-id')) : 0
      const inCell = event.target instanceof Element && event.target.closest('.ag-cell, .ag-full-width-row, .ag-row') !== null
      const inEditor = event.target instanceof Element && event.target.closest('.edit-layer') !== null
      // A key that is held down presses a button once.
      const isHeld = event.repeat && (event.key === 'Enter' || event.key === ' ')
      const isOfHead = head > 0 && gridKey(event)?.kind === 'columnMenu'
      if (isOfHead) openMenuOf(head)
      else if (!inCell || inEditor || (!isHeld && !onKey(event))) return
      event.preventDefault()
      event.stopPropagation()
    }
    element?.addEventListener('keydown', onKeyDown, true)
    return () => element?.removeEventListener('keydown', onKeyDown, true)
  }, [onKey, openMenuOf])

  const endEdit = useCallback(
    (made: CellEdit | null, after: After) => {
      const { editing } = edit
      edit.end()
      if (editing === null || api === null) return
      if (made !== null) edit.write(editing.place, editing.line, editing.column.id, made)
      const [linesAway, columnsAway] = steps[after]
      const from = { line: editing.place, columnId: editing.column.id }
      const shown = shownColumnIds(api)
      goTo(api, stepFrom(from, linesAway, columnsAway, shown, api.getDisplayedRowCount() - 1))
    },
    [api, edit],
  )

  useImperativeHandle(ref, () => ({
    point: (line, columnId) => {
      if (api !== null) pointAt(api, { line, columnId })
    },
    focusChosen: () => {
      const { range } = useCellRange.getState()
      if (api !== null && range !== null) goTo(api, range.to, range.from)
    },
    footOf: (columnId) => (root.current === null ? null : placeOfFoot(root.current, columnId)),
    chosen: async () => (api === null ? null : chosenCells(api, list)),
    show: (line, withEditor) => {
      const [first] = api === null ? [] : shownColumnIds(api)
      if (api === null || first === undefined) return
      goTo(api, { line, columnId: first })
      if (withEditor) whenShown(root, line, first, () => begin({ line, columnId: first }, null))
    },
  }))

  useEffect(() => () => useCellRange.getState().set(null), [tableId])
  // Rows stand elsewhere after sorting and grouping: what was chosen would be other rows now.
  const orderKey = JSON.stringify([query.sorts, query.groups])
  useEffect(
    () => () => {
      useCellRange.getState().set(null)
      if (api?.isDestroyed() === false) api.clearFocusedCell()
    },
    [orderKey, api],
  )
  useEffect(() => {
    api?.setGridOption('rowHeight', rowHeight)
  }, [api, rowHeight])

  const { editing } = edit
  const boxOf = useCallback(
    () => (editing === null || root.current === null ? null : boxOfCell(root.current, editing.place, editing.column.id)),
    [editing],
  )
  useRangeSumming(api, list)
  useSearchMarks(api, root, query.search)
  useOpenRowMark(api, list)
  const pinned = useMemo<GridLine[]>(() => [{ kind: 'foot', texts: foot }], [foot])

  return (
    <div
      className="grid"
      ref={root}
      data-wraps={rowHeight >= twoLines}
      style={{ '--row-height': `${rowHeight}px`, '--head-width': `${headWidth(columns, statistics)}px` }}
      onMouseOver={tellWhole}
    >
      {lines.error === null ? null : <ErrorNote error={lines.error} />}
      {lines.busy ? <div className="grid__busy" role="progressbar" aria-label={t('common.loading')} /> : null}
      <div className="grid__body">
        <AgGridReact<GridLine>
          // The library reads its texts once.
          key={lang}
          theme={gridTheme}
          rowModelType="infinite"
          datasource={lines.source}
          cacheBlockSize={blockSize}
          maxBlocksInCache={12}
          blockLoadDebounceMillis={20}
          infiniteInitialRowCount={1}
          columnDefs={defs}
          defaultColDef={canArrange ? arrangeable : fixed}
          rowHeight={rowHeight}
          headerHeight={30}
          getRowId={rowId}
          pinnedBottomRowData={pinned}
          isFullWidthRow={isWhole}
          fullWidthCellRenderer={AddLine}
          fullWidthCellRendererParams={addParams}
          rowClassRules={rowClasses}
          animateRows={false}
          suppressDragLeaveHidesColumns
          suppressMoveWhenColumnDragging={false}
          enableCellTextSelection={false}
          suppressContextMenu
          localeText={lang === 'zh-CN' ? AG_GRID_LOCALE_CN : {}}
          onGridReady={(event) => setApi(event.api)}
          {...arrangeEvents}
          {...mouseEvents}
        />
      </div>
      {editing === null ? null : <EditLayer key={`${editing.line.id}-${editing.column.id}`} editing={editing} boxOf={boxOf} onEnd={endEdit} />}
      {askedWhy === null ? null : <WhyLayer asked={askedWhy} tableId={tableId} onClose={closeWhy} />}
    </div>
  )
}

/** A cell that is cut off says the whole of it under the mouse. */
function tellWhole({ target }: MouseEvent<HTMLDivElement>): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null
  if (cell !== null && cell.querySelector('.line-head') === null) cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : ''
}

/** A line that has just come may take a few frames to be read and painted. */
function whenShown(root: RefObject<HTMLElement | null>, line: number, columnId: number, then: () => boolean, frames = 90): void {
  requestAnimationFrame(() => {
    const isThere = root.current !== null && cellElement(root.current, line, columnId) !== null
    if ((!isThere || !then()) && frames > 0) whenShown(root, line, columnId, then, frames - 1)
  })
}

const steps: Record<After, readonly [lines: number, columns: number]> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}

const rowId = ({ data }: GetRowIdParams<GridLine>): string => lineKey(data)

const isWhole = ({ rowNode }: IsFullWidthRowParams<GridLine>): boolean => rowNode.data?.kind === 'add'

/** How far the head of a group may reach: to the first column of which something is said. */
function headWidth(columns: readonly ArrangedColumn[], statistics: readonly ColumnStatistic[]): number {
  const shown = columns.filter(({ hidden }) => !hidden)
  const first = shown.findIndex(({ column }) => statistics.some(({ columnId }) => columnId === column.id))
  const before = first === -1 ? shown : shown.slice(0, first)
  return Math.max(
    240,
    before.reduce((width, column) => width + column.width, rowHeadWidth),
  )
}

declare module 'react' {
  interface CSSProperties {
    '--row-height'?: string
    '--head-width'?: string
  }
}

/** Rows as high as this wrap their texts. */
const twoLines = 36

const arrangeable = { resizable: true, suppressMovable: false }
const fixed = { resizable: false, suppressMovable: true }
const noStatistics: readonly ColumnStatistic[] = []

const rowClasses = {
  'grid-row--group': ({ data }: RowClassParams<GridLine>) => data?.kind === 'group',
  'grid-row--loading': ({ data }: RowClassParams<GridLine>) => data === undefined,
  'grid-row--ticked': ({ data }: RowClassParams<GridLine>) => data?.kind === 'row' && useRowSelection.getState().ids.has(data.id),
  'grid-row--open': ({ data }: RowClassParams<GridLine>) => data?.kind === 'row' && openRowId() === data.id,
}
