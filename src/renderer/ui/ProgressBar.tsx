import './progressBar.css'

/** A share from 0 to 1 as a bar, with its percentage beside it. */
export function ProgressBar({ fraction, text }: { fraction: number; text: string }) {
  return (
    <span className="progress-bar">
      <span className="progress-bar__track">
        <span className="progress-bar__done" style={{ width: `${Math.min(1, Math.max(0, fraction)) * 100}%` }} />
      </span>
      <span className="progress-bar__text">{text}</span>
    </span>
  )
}
