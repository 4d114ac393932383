import type { Explanation } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'
import type { Schema } from '../client/schema.ts'
import { localTime } from '../words/localTime.ts'

/** Who set the class by hand, when, why and until when, and what the rule would have said, if there is one. */
export function lockText(
  lock: NonNullable<Explanation['lock']>,
  isManual: boolean,
  column: Column | undefined,
  base: Pick<Schema, 'member'>,
  t: Translate,
): string {
  const options = column?.type === 'singleSelect' ? column.settings.options : []
  const by = base.member(lock.by ?? 0)?.name ?? t('locks.somebody')
  const at = localTime(lock.at).slice(0, 10)
  const ruled = options.find(({ id }) => id === lock.ruledOptionId)?.name ?? t('common.unclassified')
  const said = t(lock.until === null ? 'locks.said' : 'locks.saidUntil', { by, at, until: lock.until ?? '' })
  const because = lock.reason === '' ? '' : t('locks.because', { reason: lock.reason })
  return t('locks.told', { said, because, ruled: isManual ? '' : t('locks.ruled', { ruled }) })
}
