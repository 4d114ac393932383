import type { Explanation } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
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
  const named = (id: number | null) => optionsOf(column).find((option) => option.id === id)?.name
  const by = base.member(lock.by ?? 0)?.name ?? t('locks.somebody')
  const at = localTime(lock.at).slice(0, 10)
  const tags = lock.ruledOptionIds.flatMap((id) => named(id) ?? []).join(t('common.listSeparator'))
  const isTags = lock.optionIds !== undefined
  const ruled = isTags ? tags : (named(lock.ruledOptionId) ?? t('common.unclassified'))
  const said = t(lock.until === null ? 'locks.said' : 'locks.saidUntil', { by, at, until: lock.until ?? '' })
  const because = lock.reason === '' ? '' : t('locks.because', { reason: lock.reason })
  return t('locks.told', { said, because, ruled: isManual ? '' : isTags && tags === '' ? t('locks.ruledNoTags') : t('locks.ruled', { ruled }) })
}
