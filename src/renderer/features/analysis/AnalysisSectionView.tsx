import { PictureOutlined, WarningOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import type { AnalysisSection } from '#shared/contract/analysis.ts'
import { Chart } from '../../charts/Chart.tsx'
import { isEmptyChart } from '../../charts/chartData.ts'
import { chartImage } from '../../charts/chartImage.ts'
import type { ChartMark, ChartStyle } from '../../charts/chartTheme.ts'
import { useChartStyle } from '../../shell/useChartStyle.ts'
import { useSavePng } from '../../shell/useSavePng.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { AnalysisTableView } from './AnalysisTableView.tsx'

/** What a click on a chart does: which mark is lit, and what happens. */
export type SectionPick = { selected: ChartMark | null; onPick: (mark: ChartMark) => void }
export type SectionPicks = Readonly<Record<string, SectionPick>>

type AnalysisSectionViewProps = { section: AnalysisSection; analysis: string; pick?: SectionPick | undefined }

/** A part of an analysis: its title and sentence, what needs attention, the chart, the table. */
export function AnalysisSectionView({ section, analysis, pick }: AnalysisSectionViewProps) {
  const t = useT()
  const screen = useChartStyle()
  const savePng = useSavePng()
  const selected = pick?.selected ?? null
  const style = useMemo<ChartStyle>(() => ({ ...screen, selected }), [screen, selected])
  const axes = useMemo(() => ({ rows: t('analysis.axis.rows'), value: t('analysis.axis.value') }), [t])
  const chart = section.chart === null || isEmptyChart(section.chart) ? null : section.chart
  const savePicture = () => {
    if (chart === null) return
    const url = chartImage(chart, style, axes, section.title, section.sentence)
    void savePng(`${analysis} ${section.title}`, url.slice(url.indexOf(',') + 1))
  }
  return (
    <section className="analysis-section" data-section={section.key}>
      <div className="analysis-section__head">
        <h3>{section.title}</h3>
        {chart === null ? null : <IconButton label={t('analysis.savePicture')} icon={<PictureOutlined />} onClick={savePicture} />}
      </div>
      {section.sentence === '' ? null : <p className="analysis-section__sentence selectable">{section.sentence}</p>}
      {section.warning === null ? null : (
        <p className="analysis-section__warning" role="note">
          <WarningOutlined /> {section.warning}
        </p>
      )}
      {chart === null ? null : (
        <div className={`analysis-section__chart analysis-section__chart--${chart.kind}`}>
          <Chart data={chart} style={style} axes={axes} label={section.sentence} {...(pick === undefined ? {} : { onPick: pick.onPick })} />
        </div>
      )}
      {section.table === null || section.table.rows.length === 0 ? null : <AnalysisTableView table={section.table} title={section.title} />}
      {section.emptyText === null ? null : <p className="analysis-section__empty">{section.emptyText}</p>}
    </section>
  )
}
