import type { Scheme } from '#shared/model/scheme.ts'
import { standstillOf } from '#shared/model/schemeStandstill.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { SchemeHead } from './SchemeHead.tsx'
import { NewerNote } from './NewerNote.tsx'
import { partsOf } from './schemeParts.tsx'
import { SchemeSteps } from './SchemeSteps.tsx'
import { SchemeTabs } from './SchemeTabs.tsx'
import { StandstillNote } from './StandstillNote.tsx'
import { UncoveredNote } from './UncoveredNote.tsx'

/** One scheme: what can be done with it, and the part of its page that is looked at. */
export function SchemeDetail({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const asked = useShell((state) => state.schemePlace.part)
  const standstill = standstillOf(scheme, base.columnsById)
  const parts = partsOf(scheme)
  const { part, Content } = parts.find((each) => each.part === asked) ?? parts[0]
  return (
    <article className="scheme">
      <SchemeHead scheme={scheme} />
      {standstill !== null ? <StandstillNote scheme={scheme} standstill={standstill} /> : scheme.enabled ? <SchemeSteps scheme={scheme} /> : null}
      {standstill === null && scheme.enabled ? <NewerNote scheme={scheme} /> : null}
      <UncoveredNote scheme={scheme} />
      <SchemeTabs scheme={scheme} current={part} />
      <div className="scheme__part" role="tabpanel" aria-label={t(`schemes.part.${part}`)}>
        <Content key={scheme.id} scheme={scheme} />
      </div>
    </article>
  )
}
