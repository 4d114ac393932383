import { useRef, type KeyboardEvent } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { useShell, type SchemePart } from '../../shell/state.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { partsOf } from './schemeParts.tsx'
import { useUnsaved } from './useUnsaved.ts'

/** The parts of a scheme's page by name; arrow keys go along them. */
export function SchemeTabs({ scheme, current }: { scheme: Scheme; current: SchemePart }) {
  const t = useT()
  const parts = partsOf(scheme)
  const openScheme = useShell((state) => state.openScheme)
  const unsaved = useUnsaved(scheme)
  const list = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const place = parts.findIndex(({ part }) => part === current) + by
    const next = parts[place]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    openScheme(scheme.id, next.part)
    list.current?.querySelectorAll('button')[place]?.focus()
  }
  return (
    <div className="scheme-tabs" role="tablist" aria-label={t('schemes.parts')} ref={list} onKeyDown={step}>
      {parts.map(({ part }) => (
        <button
          key={part}
          type="button"
          role="tab"
          className={classes('scheme-tabs__tab', part === current && 'scheme-tabs__tab--current')}
          aria-selected={part === current}
          tabIndex={part === current ? 0 : -1}
          title={unsaved.has(part) ? t('schemes.unsavedPart') : undefined}
          onClick={() => openScheme(scheme.id, part)}
        >
          {t(`schemes.part.${part}`)}
          {unsaved.has(part) ? <small>{t('schemes.unsaved')}</small> : null}
        </button>
      ))}
    </div>
  )
}
