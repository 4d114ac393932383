import { CloseOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import { useT } from './lang.ts'
import './panel.css'

type PanelProps = {
  title: ReactNode
  /** Buttons at the right of the head, before the close button. */
  actions?: ReactNode
  onClose?: () => void
  children: ReactNode
  /** Name for assistive software when the title is not plain text. */
  label?: string
}

/** A part of the frame with a head and a body that scrolls. */
export function Panel({ title, actions, onClose, children, label }: PanelProps) {
  const t = useT()
  return (
    <section className="panel" aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      <header className="panel__head">
        <h2 className="panel__title">{title}</h2>
        {actions}
        {onClose === undefined ? null : <IconButton label={t('common.close')} icon={<CloseOutlined />} onClick={onClose} />}
      </header>
      <div className="panel__body">{children}</div>
    </section>
  )
}
