import type { TextSpan } from '#shared/contract/search.ts'
import './marked.css'

/** A text with stretches of it marked. */
export function Marked({ text, spans }: { text: string; spans: readonly TextSpan[] }) {
  return (
    <>
      {spans.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(spans[at - 1]?.to ?? 0, from)}
          <mark className="marked">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.to ?? 0)}
    </>
  )
}
