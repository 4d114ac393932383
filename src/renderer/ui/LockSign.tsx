import { lockPath } from './lockPath.ts'
import './lockSign.css'

/** A small lock beside a class that a person set. */
export function LockSign({ label }: { label: string }) {
  return (
    <svg className="lock-sign" viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={lockPath} />
    </svg>
  )
}
