import { useOperation } from '../../client/useOperation.ts'
import { useT } from '../../ui/lang.ts'

/** What saving takes away where a link that took several rows is to take one. */
export function SingleLoss({ linkColumnId }: { linkColumnId: number }) {
  const t = useT()
  const { data } = useOperation('columns.previewSingle', { linkColumnId })
  if (data === undefined) return null
  if (data.rows === 0) return <p className="column-form__note">{t('links.single.none')}</p>
  const names = data.titles.map((title) => title || t('rowPage.untitled')).join(t('links.single.join'))
  return (
    <p className="field__warning" role="status">
      {t('links.single.loss', {
        rows: data.rows,
        count: data.links,
        names: data.rows > data.titles.length ? t('links.single.more', { names }) : names,
      })}
    </p>
  )
}
