import { writeXlsx } from 'hucre'
import type { Analysis, AnalysisSection } from '#shared/contract/analysis.ts'
import type { AnalysisChart } from '#shared/contract/analysisChart.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { ReportChart, ReportSection } from '#shared/contract/report.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ReadContext } from '../context.ts'
import { chartDataSheet, sectionSheet } from '../report/sectionSheet.ts'
import { sheetNames } from '../report/sheetNames.ts'
import { summarySheet } from '../report/summarySheet.ts'
import { nameOfBase, stampOf } from '../report/build.ts'
import { writeWhole } from '../report/xlsx.ts'
import { analyse } from './all.ts'
import { makingOf } from './making.ts'

/** An analysis as a workbook: what it says and what was left out, then a sheet for each part with its whole table. */
export async function analysisXlsx(
  context: ReadContext,
  { analysis: asked, path }: ParsedInput<'analysis.xlsx'>,
): Promise<OperationOutput<'analysis.xlsx'>> {
  const { lang } = asked.input
  const making = makingOf(context, asked.input, Infinity)
  const { t } = making.words
  const answer = analyse(making, asked)
  const title = t(`analysis.${asked.name}.title`)
  const sections = sectionsOf(answer).map(plainSection)
  const [summaryName = '', dataName = '', ...names] = sheetNames([
    t('report.sheet.summary'),
    t('report.sheet.data'),
    ...sections.map((each) => each.title),
  ])
  const data = chartDataSheet(dataName)
  const sheets = sections.map((section, place) => sectionSheet(section, names[place] ?? section.key, data, lang))
  const summary = {
    title,
    baseName: nameOfBase(context),
    period: t(`analysis.${asked.name}.what`),
    generatedAt: stampOf(),
    lang,
    sections: [...sections, ...notesSection(answer, t('analysis.notes'))],
  }
  const bytes = await writeXlsx({
    sheets: [summarySheet(summary, summaryName), ...sheets, ...(data.isEmpty() ? [] : [data.sheet()])],
    properties: { title, creator: t('common.appName') },
    defaultFont: { name: lang === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri', size: 10 },
  })
  if (context.cancelled()) throw new Failure(appError('cancelled'))
  await writeWhole(path, bytes)
  return { path }
}

const sectionsOf = (answer: Analysis): AnalysisSection[] => (answer.kind === 'shown' ? answer.sections : [])

/** As a report has it; charts a workbook cannot draw itself are left to its table. */
function plainSection(section: AnalysisSection): ReportSection {
  const { key, title, sentence, warning, chart, table, emptyText } = section
  return { key, title, sentence: [sentence, warning ?? ''].join(' ').trim(), chart: plainChart(chart, title), table, emptyText }
}

/** Bars with words, and means on their intervals, as the plain bars they stand on; null for what has none. */
function plainChart(chart: AnalysisChart | null, title: string): ReportChart | null {
  if (chart === null || chart.kind === 'bar' || chart.kind === 'cumulativeShare') return chart
  const bars = (lines: readonly { name: string; color: string | null; value: number }[], unit: 'count' | 'currency'): ReportChart => ({
    kind: 'bar',
    horizontal: true,
    stacked: false,
    unit,
    categories: lines.map(({ name, color }) => ({ name, color })),
    series: [{ name: title, color: null, values: lines.map(({ value }) => value) }],
  })
  if (chart.kind === 'labelledBars') return bars(chart.bars, 'count')
  return chart.kind === 'intervals'
    ? bars(
        chart.groups.map(({ name, color, mean }) => ({ name, color, value: mean })),
        chart.unit,
      )
    : null
}

function notesSection(answer: Analysis, title: string): ReportSection[] {
  const text = answer.kind === 'missing' ? answer.text : [...(answer.kind === 'nothing' ? [answer.text] : []), ...answer.notes].join('\n')
  return text === '' ? [] : [{ key: 'notes', title, sentence: text, chart: null, table: null, emptyText: null }]
}
