import { useState } from 'react'
import type { AnalysisName } from '#shared/contract/analysis.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { Panel } from '../../ui/Panel.tsx'
import { analyses, groups } from './analyses.ts'
import './analysis.css'

/** What the figures of the book tell: the list of analyses, and the one that was chosen. */
export function AnalysisScreen() {
  const t = useT()
  const [name, setName] = useState<AnalysisName | null>(lastChosen)
  const inOrder = groups.flatMap((group) => analyses.filter((analysis) => analysis.group === group))
  const chosen = inOrder.find((analysis) => analysis.name === name) ?? inOrder[0]
  return (
    <Panel title={t('analysis.title')}>
      <div className="analyses">
        <nav className="analyses__list" aria-label={t('analysis.title')}>
          {groups.map((group) => {
            const own = inOrder.filter((analysis) => analysis.group === group)
            return own.length === 0 ? null : (
              <section key={group}>
                <h3>{t(`analysis.group.${group}`)}</h3>
                {own.map((analysis) => (
                  <button
                    key={analysis.name}
                    type="button"
                    className={classes('analyses__item', analysis === chosen && 'analyses__item--chosen')}
                    aria-current={analysis === chosen ? 'true' : undefined}
                    onClick={() => {
                      lastChosen = analysis.name
                      setName(analysis.name)
                    }}
                  >
                    {t(`analysis.${analysis.name}.title`)}
                  </button>
                ))}
              </section>
            )
          })}
        </nav>
        {chosen === undefined ? null : <chosen.Panel key={chosen.name} />}
      </div>
    </Panel>
  )
}

/** Who looks at a customer's page and comes back finds the same analysis. */
let lastChosen: AnalysisName | null = null
