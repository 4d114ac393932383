import { writeXlsx } from 'hucre'
import type { Analysis, AnalysisSection } from '#shared/contract/analysis.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { ReportSection } from '#shared/contract/report.ts'
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
  const making = makingOf(context, lang, Infinity)
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
  const isPlain = chart !== null && (chart.kind === 'bar' || chart.kind === 'cumulativeShare')
  return { key, title, sentence: [sentence, warning ?? ''].join(' ').trim(), chart: isPlain ? chart : null, table, emptyText }
}

function notesSection(answer: Analysis, title: string): ReportSection[] {
  const text = answer.kind === 'missing' ? answer.text : [...(answer.kind === 'nothing' ? [answer.text] : []), ...answer.notes].join('\n')
  return text === '' ? [] : [{ key: 'notes', title, sentence: text, chart: null, table: null, emptyText: null }]
}
