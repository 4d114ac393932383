import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import './field.css'
import { localTime } from './localTime.ts'

type FieldsProps = { row: RowDetail; own: readonly Column[]; computed: readonly Column[] }

/** Every column of the row that is no title, class or link: first what people fill in, then what is computed. */
export function Fields({ row, own, computed }: FieldsProps) {
  const t = useT()
  return (
    <>
      <FieldList row={row} columns={own} />
      {computed.length === 0 ? null : (
        <>
          <h4 className="fields__heading">{t('rowPage.section.computed')}</h4>
          <FieldList row={row} columns={computed} />
        </>
      )}
      <p className="fields__stamp">
        {t('rowPage.field.createdAt', { at: localTime(row.createdAt) })}
        {' · '}
        {t('rowPage.field.modifiedAt', { at: localTime(row.updatedAt) })}
      </p>
    </>
  )
}

function FieldList({ row, columns }: { row: RowDetail; columns: readonly Column[] }) {
  return (
    <dl className="fields">
      {columns.map((column) => (
        <Field key={column.id} column={column} value={row.cells[column.id] ?? null} rowId={row.id} />
      ))}
    </dl>
  )
}
