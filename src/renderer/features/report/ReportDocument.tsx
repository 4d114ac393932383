import { useEffect, useEffectEvent, useState } from 'react'
import type { Report } from '#shared/contract/report.ts'
import { translator } from '#shared/i18n/translate.ts'
import { drawnSections } from './drawn.ts'
import './reportDocument.css'
import { ReportSectionView } from './ReportSectionView.tsx'

type ReportDocumentProps = { report: Report; /** Once, when every chart is drawn and every letter has its font. */ onReady?: () => void }

/** The owner's report as a document for A4 paper: white, whatever the window wears. */
export function ReportDocument({ report, onReady }: ReportDocumentProps) {
  const t = translator(report.lang)
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set())
  const ready = useEffectEvent(() => onReady?.())
  const waiting = drawnSections(report).some((key) => !drawn.has(key))
  useEffect(() => {
    if (waiting) return
    void document.fonts.ready.then(ready)
  }, [waiting])
  return (
    <article className="report" lang={report.lang}>
      <header className="report__head">
        <p className="report__base">{report.baseName}</p>
        <h1>{report.title}</h1>
        <p className="report__period">
          {report.period}
          <span className="report__made">{t('report.paper.generated', { at: report.generatedAt.replace('T', ' ').slice(0, 16) })}</span>
        </p>
      </header>
      {report.sections.map((section) => (
        <ReportSectionView
          key={section.key}
          section={section}
          lang={report.lang}
          onDrawn={() => setDrawn((before) => (before.has(section.key) ? before : new Set([...before, section.key])))}
        />
      ))}
    </article>
  )
}
