import './sectionNav.css'

/** The names of the page's parts in one line; a click leads there. */
export function SectionNav({ sections, label }: { sections: readonly { id: string; title: string }[]; label: string }) {
  return (
    <nav className="section-nav" aria-label={label}>
      {sections.map(({ id, title }) => (
        <button key={id} type="button" onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}>
          {title}
        </button>
      ))}
    </nav>
  )
}
