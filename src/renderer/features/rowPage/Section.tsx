import type { ReactNode } from 'react'
import './section.css'

type SectionProps = { /** Where the line of section names leads. */ id: string; title: string; count?: number; action?: ReactNode; children: ReactNode }

/** A part of the page under its own heading. */
export function Section({ id, title, count, action, children }: SectionProps) {
  return (
    <section className="row-section" id={id} aria-labelledby={`${id}-title`}>
      <header className="row-section__head">
        <h3 id={`${id}-title`}>
          {title}
          {count === undefined ? null : <span className="row-section__count">{count.toLocaleString()}</span>}
        </h3>
        {action}
      </header>
      {children}
    </section>
  )
}
