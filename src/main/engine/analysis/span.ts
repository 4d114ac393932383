import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { addDays, addMonthsToDay } from '#shared/lib/days.ts'
import { dayText, periodBefore, type Period } from '../report/period.ts'
import type { Words } from '../report/words.ts'

/** The days of a period and those it is compared with; `before` is null where nothing lies before. */
export type Span = { now: Period; before: Period | null }

export function spanOf(period: AnalysisPeriod, today: string): Span {
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'last12Months': {
      // The 365 days that yearly amounts count.
      const now = { from: addDays(today, -364), to: today }
      return { now, before: periodBefore(now) }
    }
    case 'last6Months':
      return months(6, today)
    case 'last3Months':
      return months(3, today)
    case 'thisYear':
      return { now: { from: `${year}-01-01`, to: today }, before: { from: `${year - 1}-01-01`, to: addMonthsToDay(today, -12) } }
    case 'lastYear':
      return { now: wholeYear(year - 1), before: wholeYear(year - 2) }
    case 'all':
      return { now: { from: '0001-01-01', to: today }, before: null }
  }
}

/** Which days are looked at and which they are compared with, in a sentence. */
export function spanNote({ now, before }: Span, { t, lang }: Words): string {
  if (before === null) return t('analysis.span.all', { to: dayText(now.to, lang) })
  const days = { from: dayText(now.from, lang), to: dayText(now.to, lang) }
  return t('analysis.span', { ...days, beforeFrom: dayText(before.from, lang), beforeTo: dayText(before.to, lang) })
}

const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

function months(count: number, today: string): Span {
  const start = (back: number): string => addDays(addMonthsToDay(today, -back), 1)
  return { now: { from: start(count), to: today }, before: { from: start(2 * count), to: addMonthsToDay(today, -count) } }
}
