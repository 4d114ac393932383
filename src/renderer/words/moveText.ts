import type { ClassMove } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Words } from './words.ts'

/** What brought a move about, and who: 李雷手动指定：老板的朋友. */
export function moveCause({ cause, lock }: ClassMove, actor: string | null, t: Translate): string {
  if (cause === null) return ''
  const by = actor ?? t('locks.somebody')
  if (cause === 'person' && lock !== null) {
    const said = lock.reason === '' ? t('moves.person', { by }) : t('moves.personSaid', { by, reason: lock.reason })
    return lock.until === null ? said : t('moves.until', { said, until: lock.until })
  }
  return t(cause === 'person' ? 'moves.givenBack' : `moves.${cause}`, { by })
}

/** What the rule read then: 12个月金额 ￥5,000、订单数 3. Columns that are gone are left out. */
export function moveInputs({ values }: ClassMove, words: Words, isThere: (columnId: number) => boolean, t: Translate): string {
  return values
    .filter(({ columnId }) => isThere(columnId))
    .map(({ columnId, value }) =>
      t('moves.input', { column: words.column(columnId), value: value === null ? t('common.empty') : words.value(columnId, value) }),
    )
    .join(t('common.listSeparator'))
}
