import { SignatureOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { readFiles, writeFiles, type StoredFile } from '#shared/model/file.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { FileList } from '../../files/FileList.tsx'
import { askToSign } from '../../files/signing.ts'
import { useT } from '../../ui/lang.ts'
import type { CellEdit } from '../../cells/cellEdit.ts'

type FilesFieldProps = { column: Column; value: CellValue; /** Null where it can only be looked at. */ onEdit: ((edit: CellEdit) => void) | null }

/** Files and signatures on the page of a row; every deed is written at once. */
export function FilesField({ column, value, onEdit }: FilesFieldProps) {
  const files = readFiles(value)
  // What is added while an edit before it is still being written comes on top of that edit.
  const latest = useRef<readonly StoredFile[]>(files)
  useEffect(() => {
    latest.current = readFiles(value)
  }, [value])
  const change = (made: (was: readonly StoredFile[]) => StoredFile[]) => {
    latest.current = made(latest.current)
    onEdit?.({ kind: 'value', value: writeFiles(latest.current) })
  }
  if (column.type === 'signature') return <SignatureField column={column} files={files} onEdit={onEdit} />
  return <FileList label={column.name} files={files} picturesOnly={column.type === 'image'} onChange={onEdit === null ? null : change} />
}

function SignatureField({ column, files, onEdit }: { column: Column; files: readonly StoredFile[] } & Pick<FilesFieldProps, 'onEdit'>) {
  const t = useT()
  const sign = async () => {
    const signed = await askToSign(column.name, files.length > 0)
    if (signed !== null) onEdit?.({ kind: 'value', value: signed.kind === 'removed' ? null : writeFiles([signed.file]) })
  }
  return (
    <>
      {files.length === 0 ? null : <FileList label={column.name} files={files} picturesOnly isWide onChange={null} />}
      {onEdit === null ? null : (
        <div className="file-list">
          <button type="button" className="file-list__add" onClick={() => void sign()}>
            <SignatureOutlined /> {t(files.length === 0 ? 'files.sign' : 'files.signAgain')}
          </button>
        </div>
      )}
    </>
  )
}
