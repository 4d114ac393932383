import { useMemo } from 'react'
import type { ReportSection } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartStyle } from '../../charts/chartTheme.ts'
import { paperTheme } from '../../charts/themes.ts'
import { classes } from '../../ui/classes.ts'
import { chartOf } from './drawn.ts'
import { ReportTableView } from './ReportTableView.tsx'

type ReportSectionViewProps = { section: ReportSection; lang: Lang; onDrawn: () => void }

/** A heading, the sentence that says what follows, a chart and a table; or why there is nothing to show. */
export function ReportSectionView({ section, lang, onDrawn }: ReportSectionViewProps) {
  const chart = chartOf(section)
  const style = useMemo<ChartStyle>(() => ({ theme: paperTheme(lang), lang, selected: null }), [lang])
  const axes = useMemo(() => {
    const t = translator(lang)
    return { rows: t('report.paper.rows'), value: t('report.paper.value') }
  }, [lang])
  return (
    <section className={classes('report__section', isShort(section) && 'report__section--short')} data-section={section.key}>
      <div className="report__top">
        <h2>{section.title}</h2>
        {section.sentence === '' ? null : <p className="report__sentence">{section.sentence}</p>}
        {chart === null ? null : (
          <div className={`report__chart report__chart--${chart.kind}`}>
            <Chart data={chart} style={style} axes={axes} label={section.sentence} renderer="svg" onDrawn={onDrawn} />
          </div>
        )}
      </div>
      {section.table === null || section.table.rows.length === 0 ? null : <ReportTableView table={section.table} lang={lang} title={section.title} />}
      {section.emptyText === null ? null : <p className="report__empty">{section.emptyText}</p>}
    </section>
  )
}

/** What fits a page together with its chart is not torn apart. */
function isShort(section: ReportSection): boolean {
  return (section.table?.rows.length ?? 0) <= 8
}
