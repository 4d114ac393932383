import { Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { classes } from './classes.ts'
import './toolButton.css'

/** A wide panel is moved along the edge of the window, not turned over to lie on the side bar. */
const besideTheEdge = { overflow: { adjustX: false, shiftX: true, adjustY: true } }

type ToolButtonProps = {
  icon: ReactNode
  label: string
  /** How many are in force; none is not shown. */
  count?: number
  /** Said beside the label without emphasis; where there is little room, only a number beside a sign, or nothing. */
  note?: { text: string; short: { sign: ReactNode; count: number } | null }
  /** What opens below. */
  panel: ReactNode
  /** Opens it from elsewhere, such as a column's menu. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A tool of the toolbar with its panel; what is in force is counted on it. */
export function ToolButton({ icon, label, count = 0, note, panel, open, onOpenChange }: ToolButtonProps) {
  const [own, setOwn] = useState(false)
  const shown = open ?? own
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      align={besideTheEdge}
      open={shown}
      onOpenChange={change}
      destroyOnHidden
      content={<div className="tool-panel">{shown ? panel : null}</div>}
    >
      <button
        type="button"
        className={classes('tool-button', count > 0 && 'tool-button--on')}
        aria-expanded={shown}
        aria-label={label}
        title={note === undefined ? label : `${label}: ${note.text}`}
      >
        {icon}
        <span className="tool-button__label">{label}</span>
        {count > 0 ? <span className="tool-button__count">{count}</span> : null}
        {note === undefined ? null : (
          <>
            <span className="tool-button__note">{note.text}</span>
            {note.short === null ? null : (
              <span className="tool-button__note tool-button__note--short" aria-hidden>
                {note.short.sign} {note.short.count}
              </span>
            )}
          </>
        )}
      </button>
    </Popover>
  )
}
