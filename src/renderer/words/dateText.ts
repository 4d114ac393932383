import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { DatePeriod, DateTerm } from '#shared/model/dateTerm.ts'

/** A day as a sentence names it. */
export function termText(term: DateTerm, t: Translate): string {
  switch (term.kind) {
    case 'exact':
      return term.date
    case 'today':
    case 'yesterday':
    case 'tomorrow':
      return t(`words.day.${term.kind}`)
    case 'daysAgo':
      return t('words.day.daysAgo', { days: term.days })
    case 'daysFromNow':
      return t('words.day.daysFromNow', { days: term.days })
    case 'ago':
      return t(`words.day.ago.${term.unit}`, { count: term.count })
    case 'fromNow':
      return t(`words.day.fromNow.${term.unit}`, { count: term.count })
    default:
      return assertNever(term)
  }
}

/** A span of days as a sentence names it. */
export function periodText(period: DatePeriod, t: Translate): string {
  switch (period.kind) {
    case 'pastDays':
      return t('words.day.pastDays', { days: period.days })
    case 'nextDays':
      return t('words.day.nextDays', { days: period.days })
    case 'past':
      return t(`words.day.past.${period.unit}`, { count: period.count })
    case 'next':
      return t(`words.day.next.${period.unit}`, { count: period.count })
    default:
      return t(`words.day.${period.kind}`)
  }
}
