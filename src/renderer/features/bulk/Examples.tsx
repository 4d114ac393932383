import type { BulkPreview } from '#shared/contract/bulk.ts'
import '../../ui/framedTable.css'
import { useT } from '../../ui/lang.ts'

/** The first cells that change, before and after. */
export function Examples({ examples, count }: { examples: BulkPreview['examples']; count: number }) {
  const t = useT()
  return (
    <div className="framed-table bulk-dialog__examples">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('bulk.row')}</th>
            <th scope="col">{t('bulk.now')}</th>
            <th scope="col">{t('bulk.result')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ rowId, title, before, after }) => (
            <tr key={rowId}>
              <td title={title}>{title === '' ? t('bulk.noTitle') : title}</td>
              <td title={before}>{before}</td>
              <td title={after}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > examples.length ? <small>{t('bulk.first', { count: examples.length })}</small> : null}
    </div>
  )
}
