import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { formatSize } from '#shared/lib/formatSize.ts'
import { isPicture, type StoredFile } from '#shared/model/file.ts'
import { classes } from '../ui/classes.ts'
import { useLang, useT } from '../ui/lang.ts'
import { NameField } from '../ui/NameField.tsx'
import { openOutside, saveCopy } from './fileDeeds.ts'
import './fileList.css'
import { FileThumb } from './FileThumb.tsx'
import { bringsFiles, givenFiles, pastedFiles } from './givenFiles.ts'
import { useLightbox } from './lightboxState.ts'
import { moved } from '../ui/moved.ts'
import { pickAndStore, storeFiles } from './storeFiles.ts'

type FileListProps = {
  /** What the column is called; names the list for assistive software. */
  label: string
  files: readonly StoredFile[]
  picturesOnly: boolean
  /** Pictures as wide as they are, such as signatures. */
  isWide?: boolean
  /** The list as a person made it; null where it can only be looked at. Told what was there when the change was made. */
  onChange: ((change: (was: readonly StoredFile[]) => StoredFile[]) => void) | null
}

/** The files of a cell: looked at, opened, added by dialog, drop and paste, put in order, renamed, removed. */
export function FileList({ label, files, picturesOnly, isWide = false, onChange }: FileListProps) {
  const t = useT()
  const lang = useLang()
  const [isOver, setOver] = useState(false)

  const add = async (stored: Promise<StoredFile[]>) => {
    const added = await stored
    if (added.length > 0) onChange?.((was) => [...was, ...added])
  }
  const take = (given: readonly File[]) => void add(givenFiles(given, lang).then((named) => storeFiles(named, { picturesOnly, lang })))
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (!bringsFiles(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    take([...event.dataTransfer.files])
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedFiles(event.clipboardData)
    if (pasted.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    take(pasted)
  }
  const editing =
    onChange === null
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            if (!bringsFiles(event.dataTransfer)) return
            event.preventDefault()
            setOver(true)
          },
          onDragLeave: (event: DragEvent) => {
            if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
          },
          onDrop,
          onPaste,
        }
  return (
    <div className={classes('file-list', picturesOnly && 'file-list--tiles', isWide && 'file-list--wide', isOver && 'file-list--over')} {...editing}>
      {files.length === 0 ? null : (
        <ul aria-label={t('files.list', { column: label, count: files.length })}>
          {files.map((file, index) => (
            <FileItem key={`${index}-${file.hash}`} file={file} index={index} files={files} onChange={onChange} />
          ))}
        </ul>
      )}
      {onChange === null ? null : (
        <button type="button" className="file-list__add" title={t('files.dropHint')} onClick={() => void add(pickAndStore({ picturesOnly, lang }))}>
          <PlusOutlined /> {t(picturesOnly ? 'files.addPicture' : 'files.add')}
        </button>
      )}
    </div>
  )
}

type FileItemProps = { file: StoredFile; index: number } & Pick<FileListProps, 'files' | 'onChange'>

function FileItem({ file, index, files, onChange }: FileItemProps) {
  const t = useT()
  const lang = useLang()
  const [renaming, setRenaming] = useState(false)
  const view = () => (isPicture(file.type) ? useLightbox.getState().open(files, index) : openOutside(file))
  const move = (to: number) => onChange?.((was) => moved(was, index, to))
  const remove = () => onChange?.((was) => was.filter((_, at) => at !== index))
  const rename = (name: string) => {
    setRenaming(false)
    onChange?.((was) => was.map((each, at) => (at === index ? { ...each, name } : each)))
  }

  const items: MenuProps['items'] = [
    ...(isPicture(file.type) ? [{ key: 'view', label: t('files.view'), onClick: view }] : []),
    { key: 'open', label: t('files.open'), onClick: () => openOutside(file) },
    { key: 'save', label: t('files.saveCopy'), onClick: () => void saveCopy(file, lang) },
    ...(onChange === null
      ? []
      : [
          { key: 'line', type: 'divider' as const },
          { key: 'rename', label: t('files.rename'), onClick: () => setRenaming(true) },
          { key: 'up', label: t('files.moveUp'), disabled: index === 0, onClick: () => move(index - 1) },
          { key: 'down', label: t('files.moveDown'), disabled: index === files.length - 1, onClick: () => move(index + 1) },
          { key: 'remove', label: t('files.remove'), danger: true, onClick: remove },
        ]),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    if (onChange === null || renaming) return
    const step = event.altKey ? { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key] : undefined
    if (step !== undefined && files[index + step] !== undefined) move(index + step)
    else if (event.key === 'Delete') remove()
    else if (event.key === 'F2') setRenaming(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // A file is dragged to another place within its own list.
  const drag =
    onChange === null
      ? {}
      : {
          draggable: !renaming,
          onDragStart: (event: DragEvent) => event.dataTransfer.setData(placeType, String(index)),
          onDragOver: (event: DragEvent) => {
            if (event.dataTransfer.types.includes(placeType)) event.preventDefault()
          },
          onDrop: (event: DragEvent) => {
            const from = event.dataTransfer.getData(placeType)
            if (from === '') return
            event.preventDefault()
            event.stopPropagation()
            onChange((was) => moved(was, Number(from), index))
          },
        }
  return (
    <li className="file-item" onKeyDown={onKeyDown} {...drag}>
      <button type="button" className="file-item__view" title={file.name} aria-label={`${t('files.view')} ${file.name}`} onClick={view}>
        <FileThumb file={file} />
      </button>
      {renaming ? (
        <NameField value={file.name} label={t('files.newName')} onSave={rename} onCancel={() => setRenaming(false)} />
      ) : (
        <span className="file-item__name">
          <span title={file.name}>{file.name}</span>
          <small>{formatSize(file.size)}</small>
        </span>
      )}
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="file-item__menu" aria-label={t('files.menu', { name: file.name })}>
          <MoreOutlined />
        </button>
      </Dropdown>
    </li>
  )
}

const placeType = 'application/x-kebu-file-place'
