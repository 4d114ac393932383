import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeXlsx } from 'hucre'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { ReadContext } from '../context.ts'
import { buildReport } from './build.ts'
import { summarySheet } from './summarySheet.ts'
import { chartDataSheet, sectionSheet } from './sectionSheet.ts'
import { sheetNames } from './sheetNames.ts'

/** The report as a workbook: a summary, then a sheet for each section with its whole table and a native chart. */
export async function reportXlsx(context: ReadContext, input: ParsedInput<'report.xlsx'>): Promise<OperationOutput<'report.xlsx'>> {
  const report = buildReport(context, input, Infinity)
  const t = translator(report.lang)
  const [summaryName = '', dataName = '', ...names] = sheetNames([
    t('report.sheet.summary'),
    t('report.sheet.data'),
    ...report.sections.map((section) => section.title),
  ])
  const data = chartDataSheet(dataName)
  const sections = report.sections.map((section, index) => sectionSheet(section, names[index] ?? section.key, data, report.lang))
  const bytes = await writeXlsx({
    sheets: [summarySheet(report, summaryName), ...sections, ...(data.isEmpty() ? [] : [data.sheet()])],
    properties: { title: report.title, subject: report.period, creator: t('common.appName') },
    defaultFont: { name: report.lang === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri', size: 10 },
  })
  if (context.cancelled()) throw new Failure(appError('cancelled'))
  await writeWhole(input.path, bytes)
  return { path: input.path }
}

/** Writes beside the file first, so that a full disk or an open workbook leaves no half of one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(draft, bytes, { flag: 'wx' })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new Failure(withDetails(appError('file.cannotWrite', { name: basename(path) }), error))
  }
}
