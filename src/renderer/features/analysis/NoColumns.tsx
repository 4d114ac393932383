import type { AnalysisName } from '#shared/contract/analysis.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useT } from '../../ui/lang.ts'

/** What stands in place of an analysis for which no table has the columns. */
export function NoColumns({ name }: { name: Extract<AnalysisName, 'relation' | 'groupMeans' | 'preferences'> }) {
  const t = useT()
  const title = t(`analysis.${name}.title`)
  return (
    <article className="analysis" aria-label={title}>
      <header className="analysis__head">
        <div>
          <h2>{title}</h2>
          <p className="analysis__what">{t(`analysis.${name}.what`)}</p>
        </div>
      </header>
      <EmptyState title={t('analysis.emptyMissing')} text={t(`analysis.${name}.noColumns`)} />
    </article>
  )
}
