import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import './iconButton.css'

type IconButtonProps = {
  /** What it does; read aloud, and shown on hover. */
  label: string
  icon: ReactNode
  onClick?: () => void
  disabled?: boolean
  active?: boolean
  /** Keys that do the same, shown on hover. */
  shortcut?: string
}

/** A quiet button that is only an icon. */
export function IconButton({ label, icon, onClick, disabled = false, active = false, shortcut }: IconButtonProps) {
  return (
    <Tooltip title={shortcut === undefined ? label : `${label}  ${shortcut}`} mouseEnterDelay={0.5}>
      <button
        type="button"
        className={classes('icon-button', active && 'icon-button--active')}
        aria-label={label}
        aria-pressed={active ? true : undefined}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
