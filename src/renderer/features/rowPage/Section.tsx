import type { ReactNode } from 'react'
import { useT } from '../../ui/lang.ts'
import './section.css'

type SectionProps = {
  /** Where the line of section names leads. */ id: string
  title: string
  count?: number
  /** Opens the rows that were counted. */ onCount?: () => void
  action?: ReactNode
  children: ReactNode
}

/** A part of the page under its own heading. */
export function Section({ id, title, count, onCount, action, children }: SectionProps) {
  return (
    <section className="row-section" id={id} aria-labelledby={`${id}-title`}>
      <header className="row-section__head">
        <h3 id={`${id}-title`}>{title}</h3>
        {count === undefined ? null : <Count count={count} title={title} {...(onCount === undefined ? {} : { onCount })} />}
        <span className="row-section__space" />
        {action}
      </header>
      {children}
    </section>
  )
}

function Count({ count, title, onCount }: { count: number; title: string; onCount?: () => void }) {
  const t = useT()
  const text = count.toLocaleString()
  if (onCount === undefined || count === 0) return <span className="row-section__count">{text}</span>
  return (
    <button
      type="button"
      className="row-section__count"
      title={t('rowPage.openAll', { name: title })}
      aria-label={`${text} ${t('rowPage.openAll', { name: title })}`}
      onClick={onCount}
    >
      {text}
    </button>
  )
}
