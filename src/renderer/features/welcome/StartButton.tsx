import type { ReactNode } from 'react'

type StartButtonProps = { icon: ReactNode; title: string; text: string; disabled: boolean; onClick: () => void }

/** One way to begin. */
export function StartButton({ icon, title, text, disabled, onClick }: StartButtonProps) {
  return (
    <button type="button" className="welcome__start" disabled={disabled} onClick={onClick}>
      <span className="welcome__start-icon">{icon}</span>
      <span>
        <span className="welcome__start-title">{title}</span>
        <span className="welcome__start-text">{text}</span>
      </span>
    </button>
  )
}
