import { classes } from './classes.ts'
import './progressLine.css'

type ProgressLineProps = {
  done: number
  /** Null while the end is not known: the line then only shows that something moves. */
  total: number | null
  /** What is going on; read aloud. */
  label: string
}

/** How far long work has come. */
export function ProgressLine({ done, total, label }: ProgressLineProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <div
      className={classes('progress-line', share === null && 'progress-line--open')}
      role="progressbar"
      aria-label={label}
      {...(share === null ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(share * 100) })}
    >
      <span className="progress-line__done" style={share === null ? undefined : { width: `${share * 100}%` }} />
    </div>
  )
}
