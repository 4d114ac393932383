import type { ReactNode } from 'react'
import './emptyState.css'

type EmptyStateProps = {
  /** What this place is for. */
  title: string
  text?: string
  /** The one button that fills it. */
  action?: ReactNode
  icon?: ReactNode
}

/** A place with nothing in it yet: what it is for, and the one button that fills it. */
export function EmptyState({ title, text, action, icon }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon === undefined ? null : <div className="empty-state__icon">{icon}</div>}
      <p className="empty-state__title">{title}</p>
      {text === undefined ? null : <p className="empty-state__text">{text}</p>}
      {action === undefined || action === false || action === null ? null : <div className="empty-state__action">{action}</div>}
    </div>
  )
}
