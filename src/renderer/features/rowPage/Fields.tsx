import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import './field.css'
import { localTime } from '../../words/localTime.ts'

/** Columns of the row by name, each with its value. */
export function Fields({ row, columns }: { row: RowDetail; columns: readonly Column[] }) {
  return (
    <dl className="fields">
      {columns.map((column) => (
        <Field key={column.id} column={column} value={row.cells[column.id] ?? null} row={row} />
      ))}
    </dl>
  )
}

/** What schemes measure, folded: it explains a class, and is seldom asked for by itself. */
export function BroughtFields({ row, columns }: { row: RowDetail; columns: readonly Column[] }) {
  const t = useT()
  return (
    <details className="fields__brought">
      <summary>{t('rowPage.brought', { count: columns.length })}</summary>
      <Fields row={row} columns={columns} />
    </details>
  )
}

/** When the row came, and when it was last changed. */
export function Stamps({ row }: { row: RowDetail }) {
  const t = useT()
  return (
    <p className="fields__stamp">
      {t('rowPage.field.createdAt', { at: localTime(row.createdAt) })}
      {' · '}
      {t('rowPage.field.modifiedAt', { at: localTime(row.updatedAt) })}
    </p>
  )
}
