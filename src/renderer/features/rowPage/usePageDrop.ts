import type { DragEvent } from 'react'
import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import { readFiles, writeFiles } from '#shared/model/file.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { bringsFiles, givenFiles } from '../../files/givenFiles.ts'
import { storeFiles } from '../../files/storeFiles.ts'
import { useLang } from '../../ui/lang.ts'

/** Files dropped anywhere on the page of a row go into its first column for them; pictures into one for pictures. */
export function usePageDrop(row: RowDetail): { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void } {
  const base = useBase()
  const lang = useLang()
  const { run } = useWrite('rows.update')
  const columns = base.columnsOf(row.tableId).filter((column) => isEditable(column, base))

  const take = async (column: Column, files: readonly File[]) => {
    const stored = await storeFiles(await givenFiles(files, lang), { picturesOnly: column.type === 'image', lang })
    if (stored.length === 0) return
    const value = writeFiles([...readFiles(row.cells[column.id] ?? null), ...stored])
    await run({ tableId: row.tableId, rows: [{ id: row.id, cells: [{ columnId: column.id, value }] }] })
  }
  return {
    onDragOver: (event) => {
      if (!event.isDefaultPrevented() && bringsFiles(event.dataTransfer) && columns.some(takesFiles)) event.preventDefault()
    },
    onDrop: (event) => {
      const files = [...event.dataTransfer.files]
      const column = columnFor(columns, files)
      if (event.isDefaultPrevented() || files.length === 0 || column === undefined) return
      event.preventDefault()
      void take(column, files)
    },
  }
}

const takesFiles = ({ type }: Column): boolean => type === 'file' || type === 'image'

function columnFor(columns: readonly Column[], files: readonly File[]): Column | undefined {
  const arePictures = files.every(({ type }) => type.startsWith('image/'))
  const forPictures = arePictures ? columns.find(({ type }) => type === 'image') : undefined
  return forPictures ?? columns.find(({ type }) => type === 'file') ?? columns.find(takesFiles)
}
