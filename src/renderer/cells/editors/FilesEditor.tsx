import { useRef, useState, type KeyboardEvent } from 'react'
import { readFiles, writeFiles, type StoredFile } from '#shared/model/file.ts'
import { FileList } from '../../files/FileList.tsx'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import './filesEditor.css'

/** The files of a cell, edited as a list; leaving it takes the list as it then is. */
export function FilesEditor({ column, value, label, onDraft }: EditorProps) {
  const [files, setFiles] = useState(() => readFiles(value))
  // Files may still be on their way in while others are put in order.
  const latest = useRef(files)
  const change = (made: (was: readonly StoredFile[]) => StoredFile[]) => {
    latest.current = made(latest.current)
    setFiles(latest.current)
    onDraft(draftOf(writeFiles(latest.current)))
  }
  // Enter presses the button it stands on, and does not end the edit.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.stopPropagation()
  }
  return (
    <div className="files-editor" role="group" aria-label={label} onKeyDown={onKeyDown}>
      <FileList label={column.name} files={files} picturesOnly={column.type === 'image'} onChange={change} />
    </div>
  )
}
