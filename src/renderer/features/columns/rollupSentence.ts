import type { Translate } from '#shared/i18n/translate.ts'
import { filterText } from '../../words/filterText.ts'
import type { Words } from '../../words/words.ts'
import type { ColumnForm } from './columnForm.ts'

/** What the rollup works out, read back to the person: 把「订单」里的「金额」合计起来。 Empty until everything is chosen. */
export function rollupSentence(rollup: ColumnForm['rollup'], words: Words, t: Translate): string {
  const { linkColumnId, targetColumnId, orderColumnId, filter } = rollup
  if (linkColumnId === null) return ''
  const link = words.column(linkColumnId)
  const when = filter === null ? '' : ` ${t('columnDialog.rollup.sentence.when', { condition: filterText(filter, words, t) })}`
  if (rollup.function === 'count') return t('columnDialog.rollup.sentence.count', { link }) + when
  if (targetColumnId === null) return ''
  const target = words.column(targetColumnId)
  if (rollup.function !== 'latest' && rollup.function !== 'unspent')
    return t(`columnDialog.rollup.sentence.${rollup.function}`, { link, target }) + when
  return orderColumnId === null
    ? ''
    : t(`columnDialog.rollup.sentence.${rollup.function}`, { link, target, order: words.column(orderColumnId) }) + when
}
