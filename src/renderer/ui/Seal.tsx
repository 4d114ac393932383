import './seal.css'

/** The mark of Kebu: the seal on an account book. */
export function Seal({ large = false }: { large?: boolean }) {
  return (
    <span className={large ? 'seal seal--large' : 'seal'} aria-hidden="true">
      客
    </span>
  )
}
