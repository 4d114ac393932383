import type { Translate } from '#shared/i18n/translate.ts'
import type { LinkPick } from '#shared/model/column.ts'
import { inForce } from '#shared/model/filter.ts'
import type { View } from '#shared/model/view.ts'
import { filterText } from './filterText.ts'
import type { Words } from './words.ts'

/** What limits the rows a link offers, as a person says it; null where nothing does. */
export function offerText(pick: LinkPick | null, view: Pick<View, 'name'> | undefined, words: Words, t: Translate): string | null {
  if (pick === null) return null
  const filter = inForce(pick.filter)
  const parts = [
    ...(view === undefined ? [] : [t('links.limited.view', { name: view.name })]),
    ...(filter === null ? [] : [t('links.limited.filter', { condition: filterText(filter, words, t) })]),
    ...pick.match.flatMap(({ otherColumnId, ownColumnId }) => {
      const [other, own] = [words.column(otherColumnId), words.column(ownColumnId)]
      return other === '' || own === '' ? [] : [t('links.limited.match', { other, own })]
    }),
  ]
  return parts.length === 0 ? null : parts.join(t('links.limited.join'))
}
