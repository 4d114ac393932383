import type { ReactNode } from 'react'
import './chip.css'
import { classes } from './classes.ts'
import { optionStyle } from './tokens/optionColorStyle.ts'

type ChipProps = {
  /** Key into the palette of options. */
  color: string
  children: ReactNode
  /** A dot before the text, for states where the colour is read at a glance. */
  dot?: boolean
  title?: string
}

/** An option, class or member: text on a tint, never on a saturated colour. */
export function Chip({ color, children, dot = false, title }: ChipProps) {
  return (
    <span className={classes('chip', dot && 'chip--dot')} style={optionStyle(color)} title={title}>
      {children}
    </span>
  )
}
