import './seal.css'

/** The mark of Kebu: the seal on an account book. */
export function Seal({ large = false }: { large?: boolean }) {
  // The letter is drawn by the style sheet: it is a picture, not a word of the name beside it.
  return <span className={large ? 'seal seal--large' : 'seal'} aria-hidden="true" />
}
