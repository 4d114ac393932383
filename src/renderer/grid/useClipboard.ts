import type { GridApi } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { useEffect, type RefObject } from 'react'
import type { Schema } from '../client/schema.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useCellContext } from '../client/useFormat.ts'
import { isEditable } from '../cells/cellEdit.ts'
import { notifyError, useNotices, type Said } from '../shell/notices.ts'
import { useT } from '../ui/lang.ts'
import { rectangleOf } from './cellRange.ts'
import { clipboardText, readClipboard } from './clipboardText.ts'
import { cellOf, type GridLine, type RowLine } from './gridLine.ts'
import { rowsBetween, rowsOnScreen, shownColumnIds } from './gridReader.ts'
import { pasteInto } from './pasteCells.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'

type ClipboardInput = {
  api: GridApi<GridLine> | null
  root: RefObject<HTMLElement | null>
  schema: Schema
  list: ListInput
  format: (column: Column, value: CellValue) => string
}

/** Copies the chosen cells as text, and pastes text into them. */
export function useClipboard({ api, root, schema, list, format }: ClipboardInput): void {
  const t = useT()
  const context = useCellContext()

  useEffect(() => {
    const element = root.current
    if (element === null || api === null) return undefined

    // These events go to where text is selected; what counts here is where the keys go.
    const isOurs = () => element.contains(document.activeElement) && !isField(document.activeElement)
    const columnsOf = (ids: readonly number[]) => ids.flatMap((id) => schema.column(id) ?? [])
    const fail = (thrown: unknown) => notifyError(errorOf(thrown))

    // A copy has to give its text at once. Rows that are not at hand are read first, then the copy is asked for again.
    let ready: string | null = null
    const onCopy = (event: ClipboardEvent) => {
      const { range } = useCellRange.getState()
      if (range === null || !isOurs()) return
      event.preventDefault()
      if (ready !== null) {
        event.clipboardData?.setData('text/plain', ready)
        ready = null
        return
      }
      const { firstLine, lastLine, columnIds } = rectangleOf(range, shownColumnIds(api))
      const columns = columnsOf(columnIds)
      const textOf = (lines: readonly RowLine[]) =>
        clipboardText(lines.map((line) => columns.map((column) => format(column, cellOf(line, column.id)))))
      const known = rowsOnScreen(api, firstLine, lastLine)
      if (known !== null) return event.clipboardData?.setData('text/plain', textOf(known))
      void rowsBetween(api, list, firstLine, lastLine)
        .then((lines) => {
          ready = textOf(lines)
          document.execCommand('copy')
        })
        .catch(fail)
    }

    const onPaste = (event: ClipboardEvent) => {
      const { range } = useCellRange.getState()
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (range === null || !isOurs() || text === '' || schema.readOnly) return
      event.preventDefault()
      const shown = shownColumnIds(api)
      const chosen = rectangleOf(range, shown)
      const pasted = readClipboard(text)
      const isSingle = pasted.length === 1 && pasted[0]?.length === 1
      const first = shown.indexOf(chosen.columnIds[0] ?? -1)
      const width = isSingle ? chosen.columnIds.length : Math.max(...pasted.map((row) => row.length))
      const last = isSingle ? chosen.lastLine : chosen.firstLine + pasted.length - 1
      const columns = columnsOf(shown.slice(first, first + width))
      void rowsBetween(api, list, chosen.firstLine, Math.min(last, api.getDisplayedRowCount() - 1))
        .then(async (lines) => {
          const { rows, taken, skipped } = pasteInto(lines, columns, pasted, context, (column) => isEditable(column, schema))
          if (rows.length > 0) await call('rows.update', { tableId: list.tableId, rows })
          const text: Said = (t) => (skipped === 0 ? t('grid.pasted', { count: taken }) : t('grid.pasteSkipped', { count: taken, skipped }))
          if (taken > 1 || skipped > 0)
            useNotices.getState().notify({
              tone: 'done',
              text,
              ...(taken > 0 ? { canUndo: true } : {}),
            })
        })
        .catch(fail)
    }

    // Without this, nothing is copied where no text is selected, and nothing pasted where none can be typed.
    const allow = (event: Event) => {
      if (isOurs()) event.preventDefault()
    }
    document.addEventListener('beforecopy', allow)
    document.addEventListener('beforepaste', allow)
    document.addEventListener('copy', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('beforecopy', allow)
      document.removeEventListener('beforepaste', allow)
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [api, root, schema, list, format, context, t])
}

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
