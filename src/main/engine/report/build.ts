import { basename } from 'node:path'
import type { ParsedInput } from '#shared/contract/engine.ts'
import type { Report } from '#shared/contract/report.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { wallTime } from '../store/clock.ts'
import type { ReadContext } from '../context.ts'
import { classSections } from './classSections.ts'
import { followUpSection } from './followUpSection.ts'
import { newCustomerSection } from './newCustomerSection.ts'
import { overdueSection } from './overdueSection.ts'
import { overviewSection } from './overviewSection.ts'
import { paretoSection } from './paretoSection.ts'
import { dayText, periodOf } from './period.ts'
import { wordsOf } from './words.ts'

/** The longest list on paper; a workbook holds all of it. */
export const longestOnPaper = 100

/** The owner's report as data: what screen, paper and workbook show. */
export function buildReport(context: ReadContext, input: ParsedInput<'report.build'>, longest = longestOnPaper): Report {
  const words = wordsOf(context, input.lang)
  const period = periodOf(input, context.today)
  const sections = [
    () => [overviewSection(context, period, words)],
    () => [paretoSection(context, period, words, longest)],
    () => classSections(context, period, words),
    () => [followUpSection(context, period, words)],
    () => [overdueSection(context, words, longest)],
    () => [newCustomerSection(context, period, words)],
  ].flatMap((section) => {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    return section()
  })
  return {
    title: words.t('report.title'),
    baseName: nameOfBase(context),
    period: words.t('report.period', { from: dayText(period.from, input.lang), to: dayText(period.to, input.lang) }),
    generatedAt: stampOf(),
    lang: input.lang,
    sections,
  }
}

/** The base by its file, without its ending. */
export const nameOfBase = (context: Pick<ReadContext, 'path'>): string => basename(context.path).replace(/\.kebu$/iu, '')

/** When a report was made, to the minute. */
export const stampOf = (): string => wallTime(new Date()).slice(0, 16)
