import type { Explanation } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'
import { runOf, type Scheme } from '#shared/model/scheme.ts'

/** What the rule says of a row that keeps another class, and when that comes into force: 第 1 次，下次仍如此则降为「B」. */
export function waitingText(waiting: NonNullable<Explanation['waiting']>, scheme: Scheme, column: Column | undefined, t: Translate): string {
  const { against, after } = waiting
  const options = column?.type === 'singleSelect' ? column.settings.options : []
  const ruled = options.find(({ id }) => id === waiting.ruledOptionId)?.name ?? t('common.unclassified')
  const run = runOf(scheme)
  if (against === 0) return t('rowPage.why.nextRun', { ruled, when: t(`schemes.run.next.${run}`) })
  const left = after - against
  if (run === 'realTime') return t(left === 1 ? 'rowPage.why.lastDay' : 'rowPage.why.moreDays', { ruled, against, left })
  return t(left === 1 ? 'rowPage.why.lastTime' : 'rowPage.why.moreTimes', { ruled, against, left })
}
