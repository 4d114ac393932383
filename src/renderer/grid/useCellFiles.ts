import type { GridApi } from 'ag-grid-community'
import { readFiles, writeFiles } from '#shared/model/file.ts'
import type { Column } from '#shared/model/column.ts'
import { useEffect, type RefObject } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import type { Schema } from '../client/schema.ts'
import { isEditable } from '../cells/cellEdit.ts'
import { bringsFiles, givenFiles, pastedFiles } from '../files/givenFiles.ts'
import { storeFiles } from '../files/storeFiles.ts'
import { notifyError } from '../shell/notices.ts'
import { useLang } from '../ui/lang.ts'
import type { GridLine, RowLine } from './gridLine.ts'
import { useCellRange } from './useCellRange.ts'

type Target = { line: RowLine; column: Column; element: Element | null }

/** Files dropped on a cell, and pictures pasted into the chosen one, go into it. */
export function useCellFiles(api: GridApi<GridLine> | null, root: RefObject<HTMLElement | null>, schema: Schema): void {
  const lang = useLang()
  useEffect(() => {
    const element = root.current
    if (element === null || api === null) return undefined

    const targetAt = (place: number | null, columnId: number, cell: Element | null): Target | null => {
      const line = place === null ? undefined : api.getDisplayedRowAtIndex(place)?.data
      const column = schema.column(columnId)
      if (place === null || line?.kind !== 'row' || column === undefined || !isEditable(column, schema)) return null
      return column.type === 'file' || column.type === 'image' ? { line, column, element: cell } : null
    }
    const targetUnder = (event: Event): Target | null => {
      const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null
      const row = cell?.closest('[row-index]')?.getAttribute('row-index') ?? null
      return targetAt(row === null ? null : Number(row), Number(cell?.getAttribute('col-id')), cell)
    }
    const take = async ({ line, column }: Target, files: readonly File[]) => {
      const stored = await storeFiles(await givenFiles(files, lang), { picturesOnly: column.type === 'image', lang })
      if (stored.length === 0) return
      // Asked of the base: the grid may still show the cell as it was before the last files came.
      const { cells } = await call('rows.get', { tableId: column.tableId, rowId: line.id })
      const held = readFiles(cells[column.id] ?? null)
      const value = writeFiles([...held, ...stored])
      await call('rows.update', { tableId: column.tableId, rows: [{ id: line.id, cells: [{ columnId: column.id, value }] }] })
    }
    // One after the other, so that files dropped quickly on one cell do not push each other out.
    let last = Promise.resolve()
    const takeInTurn = (target: Target, files: readonly File[]) => {
      last = last.then(() => take(target, files)).catch((thrown: unknown) => notifyError(errorOf(thrown)))
    }

    let marked: Element | null = null
    const mark = (cell: Element | null) => {
      if (cell === marked) return
      marked?.classList.remove('grid-cell--drop')
      cell?.classList.add('grid-cell--drop')
      marked = cell
    }
    const onDragOver = (event: DragEvent) => {
      const target = bringsFiles(event.dataTransfer) ? targetUnder(event) : null
      mark(target?.element ?? null)
      if (target === null) return
      event.preventDefault()
      event.stopPropagation()
    }
    const onDrop = (event: DragEvent) => {
      mark(null)
      const target = targetUnder(event)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (target === null || files.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      takeInTurn(target, files)
    }
    const onDragLeave = () => mark(null)
    const onPaste = (event: ClipboardEvent) => {
      const { range } = useCellRange.getState()
      const files = pastedFiles(event.clipboardData)
      if (range === null || files.length === 0 || !element.contains(document.activeElement)) return
      const target = targetAt(range.from.line, range.from.columnId, null)
      if (target === null) return
      event.preventDefault()
      takeInTurn(target, files)
    }
    element.addEventListener('dragover', onDragOver)
    element.addEventListener('drop', onDrop)
    element.addEventListener('dragleave', onDragLeave)
    document.addEventListener('paste', onPaste)
    return () => {
      element.removeEventListener('dragover', onDragOver)
      element.removeEventListener('drop', onDrop)
      element.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('paste', onPaste)
    }
  }, [api, root, schema, lang])
}
