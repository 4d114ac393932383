import {
  CloseOutlined,
  CompressOutlined,
  DownloadOutlined,
  ExportOutlined,
  LeftOutlined,
  RightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type WheelEvent } from 'react'
import { formatSize } from '#shared/lib/formatSize.ts'
import { isPicture, type StoredFile } from '#shared/model/file.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLang, useT } from '../ui/lang.ts'
import { openOutside, saveCopy } from './fileDeeds.ts'
import { FileThumb } from './FileThumb.tsx'
import './lightbox.css'
import { useLightbox } from './lightboxState.ts'
import { usePicture } from './usePicture.ts'

/** Pictures in large: arrow keys for the others, wheel and + − for their size, Esc to leave. */
export function Lightbox() {
  const { files, at, close } = useLightbox()
  const file = at === null ? undefined : files[at]
  return file === undefined ? null : <OpenLightbox key="open" file={file} onClose={close} />
}

function OpenLightbox({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const t = useT()
  const lang = useLang()
  const { files, at, step } = useLightbox()
  const dialog = useRef<HTMLDialogElement>(null)
  const [view, setView] = useState(fitting)
  const [shownHash, setShownHash] = useState(file.hash)
  if (shownHash !== file.hash) {
    setShownHash(file.hash)
    setView(fitting)
  }
  const picture = usePicture(isPicture(file.type) ? file.hash : null)
  useEffect(() => {
    dialog.current?.showModal()
    // Keys go to the picture; the buttons are a Tab away.
    dialog.current?.focus()
  }, [])
  const zoom = (by: number) => setView((was) => zoomed(was, by))

  const onKeyDown = (event: KeyboardEvent) => {
    const deed = keyDeeds[event.key]
    event.stopPropagation()
    if (deed === undefined) return
    event.preventDefault()
    if (deed === 'next' || deed === 'previous') step(deed === 'next' ? 1 : -1)
    else if (deed === 'fit') setView(fitting)
    else if (deed === 'close') onClose()
    else zoom(deed === 'in' ? 1.25 : 0.8)
  }

  return (
    <dialog ref={dialog} className="lightbox" tabIndex={-1} aria-label={file.name} onKeyDown={onKeyDown} onClose={onClose}>
      <header className="lightbox__head">
        <span className="lightbox__name selectable" title={file.name}>
          {file.name}
        </span>
        <span className="lightbox__about">
          {formatSize(file.size)}
          {files.length > 1 ? ` · ${t('files.place', { at: (at ?? 0) + 1, count: files.length })}` : ''}
        </span>
        <span className="lightbox__space" />
        {picture.kind === 'shown' ? (
          <>
            <IconButton label={t('files.zoomOut')} shortcut="−" icon={<ZoomOutOutlined />} onClick={() => zoom(0.8)} />
            <IconButton label={t('files.zoomIn')} shortcut="+" icon={<ZoomInOutlined />} onClick={() => zoom(1.25)} />
            <IconButton label={t('files.fit')} shortcut="0" icon={<CompressOutlined />} onClick={() => setView(fitting)} />
          </>
        ) : null}
        <IconButton label={t('files.open')} icon={<ExportOutlined />} onClick={() => openOutside(file)} />
        <IconButton label={t('files.saveCopy')} icon={<DownloadOutlined />} onClick={() => void saveCopy(file, lang)} />
        <IconButton label={t('common.close')} shortcut="Esc" icon={<CloseOutlined />} onClick={onClose} />
      </header>
      <div className="lightbox__stage">
        {files.length > 1 ? (
          <button type="button" className="lightbox__step" aria-label={t('files.previous')} onClick={() => step(-1)}>
            <LeftOutlined />
          </button>
        ) : null}
        {picture.kind === 'shown' ? (
          <Picture address={picture.address} name={file.name} view={view} onView={setView} />
        ) : picture.kind === 'reading' ? (
          <div className="lightbox__none" aria-busy />
        ) : (
          <div className="lightbox__none">
            <span className="lightbox__sign">
              <FileThumb file={file} />
            </span>
            <p>{t(picture.kind === 'broken' ? 'files.damaged' : 'files.cannotShow')}</p>
            <small>{t('files.noPreview')}</small>
            <Button type="primary" onClick={() => openOutside(file)}>
              {t('files.open')}
            </Button>
          </div>
        )}
        {files.length > 1 ? (
          <button type="button" className="lightbox__step lightbox__step--next" aria-label={t('files.next')} onClick={() => step(1)}>
            <RightOutlined />
          </button>
        ) : null}
      </div>
    </dialog>
  )
}

type View = { scale: number; x: number; y: number }
const fitting: View = { scale: 1, x: 0, y: 0 }

/** Nearer or farther; what fits stands in the middle again. */
function zoomed(view: View, by: number): View {
  const scale = Math.min(12, Math.max(1, view.scale * by))
  return scale === 1 ? fitting : { scale, x: (view.x * scale) / view.scale, y: (view.y * scale) / view.scale }
}

const keyDeeds: Readonly<Record<string, 'next' | 'previous' | 'in' | 'out' | 'fit' | 'close'>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'fit',
  Escape: 'close',
}

type PictureProps = { address: string; name: string; view: View; onView: (change: (was: View) => View) => void }

function Picture({ address, name, view, onView }: PictureProps) {
  const grip = useRef<{ x: number; y: number } | null>(null)
  const onPointerMove = (event: PointerEvent) => {
    const from = grip.current
    if (from === null) return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    grip.current = { x: event.clientX, y: event.clientY }
    onView((was) => (was.scale === 1 ? was : { ...was, x: was.x + x, y: was.y + y }))
  }
  const letGo = () => {
    grip.current = null
  }
  return (
    <img
      className="lightbox__picture"
      src={address}
      alt={name}
      draggable={false}
      data-zoomed={view.scale > 1}
      style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      onWheel={(event: WheelEvent) => onView((was) => zoomed(was, event.deltaY < 0 ? 1.15 : 1 / 1.15))}
      onDoubleClick={() => onView((was) => (was.scale > 1 ? fitting : zoomed(was, 2.5)))}
      onPointerDown={(event) => {
        grip.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  )
}
