import { Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
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
  const [hovered, setHovered] = useState(false)
  // Once pressed it has been understood: nothing lies over the menu that opens.
  const [pressed, setPressed] = useState(false)
  return (
    <Tooltip
      title={shortcut === undefined ? label : `${label}  ${shortcut}`}
      mouseEnterDelay={0.5}
      open={hovered && !pressed}
      onOpenChange={setHovered}
    >
      <button
        type="button"
        className={classes('icon-button', active && 'icon-button--active')}
        aria-label={label}
        aria-pressed={active ? true : undefined}
        disabled={disabled}
        onPointerDown={() => setPressed(true)}
        onPointerLeave={() => setPressed(false)}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
