import { classes } from '../../ui/classes.ts'
import './sectionNav.css'

/** So many names of two to four letters fit into one line of the page. */
const inOneLine = 7

/** The names of the page's parts in one line; a click leads there. */
export function SectionNav({ sections, label }: { sections: readonly { id: string; title: string }[]; label: string }) {
  return (
    <nav className={classes('section-nav', sections.length > inOneLine && 'section-nav--long')} aria-label={label}>
      {sections.map(({ id, title }) => (
        <button key={id} type="button" onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}>
          {title}
        </button>
      ))}
    </nav>
  )
}
