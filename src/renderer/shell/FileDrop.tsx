import { useEffect, useState } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBaseOrNull } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'
import './fileDrop.css'
import { notifyError, useNotices } from './notices.ts'
import { useShell } from './state.ts'

/** Where the path of a workbook waits for a base to be imported into. */
export const waitingImportKey = 'kebu:import'

/** Takes a file dropped anywhere on the window: opens a base, imports a workbook. */
export function FileDrop({ onWorkbook }: { /** Where no base is open to import into. */ onWorkbook?: (path: string) => void }) {
  const t = useT()
  const base = useBaseOrNull()
  const [over, setOver] = useState(false)
  const readOnly = base?.readOnly === true

  useEffect(() => {
    const take = (file: File) => {
      const path = window.kebu.pathOfDroppedFile(file)
      if (/\.kebu$/i.test(file.name)) return void call('app.openBase', { path }).catch((thrown: unknown) => notifyError(errorOf(thrown)))
      if (!/\.(xlsx|xlsm|xls|xlsb|ods|csv|tsv|txt)$/i.test(file.name) || readOnly)
        return useNotices.getState().notify({ tone: 'problem', text: (t) => t('welcome.unknownFile', { name: file.name }) })
      if (onWorkbook === undefined) useShell.getState().openDialog({ kind: 'import', path })
      else onWorkbook(path)
    }
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      // What takes files itself says so where the mouse is.
      if (event.defaultPrevented) return setOver(false)
      event.preventDefault()
      setOver(useShell.getState().dialog === null)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented) return
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      // A dialog in front would lose what was being done in it.
      if (useShell.getState().dialog === null) take(file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [t, onWorkbook, readOnly])

  return over ? <div className="file-drop">{t('welcome.dropNow')}</div> : null
}
