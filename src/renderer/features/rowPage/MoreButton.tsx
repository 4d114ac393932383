import './moreButton.css'

type MoreButtonProps = { /** How many are not shown yet. */ hidden: number; text: (count: number) => string; onClick: () => void }

/** Brings the rest of a list; not there when there is none. */
export function MoreButton({ hidden, text, onClick }: MoreButtonProps) {
  if (hidden <= 0) return null
  return (
    <button type="button" className="more-button" onClick={onClick}>
      {text(hidden)}
    </button>
  )
}
