import type { Scheme } from '#shared/model/scheme.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useShell } from '../../../shell/state.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useT } from '../../../ui/lang.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { MatrixCell } from './MigrationMatrix.tsx'

const most = 200

type MigrationRowsProps = { scheme: Scheme; from: string; to: string; cell: MatrixCell; title: string }

/** The rows behind one number of the matrix; a click opens the page of one. */
export function MigrationRows({ scheme, from, to, cell, title }: MigrationRowsProps) {
  const t = useT()
  const openRow = useShell((state) => state.openRow)
  const { data, error } = useOperation('classes.migrationRows', {
    schemeId: scheme.id,
    from,
    to,
    fromOptionId: cell.from,
    toOptionId: cell.to,
    limit: most,
  })
  if (error !== null) return <ErrorNote error={error.error} />
  return (
    <section className="migration-rows" aria-label={title}>
      <h3>{title}</h3>
      {data === undefined ? <Skeleton lines={3} /> : null}
      <ul>
        {data?.map((row) => (
          <li key={row.rowId}>
            <button type="button" title={row.title} onClick={() => openRow({ tableId: scheme.tableId, rowId: row.rowId })}>
              {row.title === '' ? t('rowPage.untitled') : row.title}
            </button>
          </li>
        ))}
      </ul>
      {cell.count > most ? <p className="rule__note">{t('schemes.migration.more', { count: most })}</p> : null}
    </section>
  )
}
