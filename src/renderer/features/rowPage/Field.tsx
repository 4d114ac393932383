import { Tooltip } from 'antd'
import type { RowDetail } from '#shared/contract/records.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { OpenUrl } from '../../cells/OpenUrl.tsx'
import { useMisfit } from '../../cells/useMisfit.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useBase } from '../../client/useBase.ts'
import { isMissing } from '#shared/model/required.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { EditableValue } from './EditableValue.tsx'
import './field.css'
import { FilesField } from './FilesField.tsx'
import { LongTextField } from './LongTextField.tsx'
import { useSaveCell } from './useSaveCell.ts'

/** A column of the row: its name and its value, edited where it stands. */
export function Field({ column, value, row }: { column: Column; value: CellValue; row: RowDetail }) {
  const t = useT()
  const base = useBase()
  const { save, error } = useSaveCell(column, row.id)
  const cellOf = (columnId: number) => row.cells[columnId] ?? null
  const missing = isEditable(column, base) && isMissing(column, value)
  const misfit = useMisfit(column, value, cellOf)
  return (
    <div className={classes('field', column.type === 'longText' && 'field--long')}>
      <dt className="field__name" title={column.description === '' ? column.name : `${column.name}\n${column.description}`}>
        {column.name}
        {missing ? <em className="field__missing">{t('grid.missing')}</em> : null}
      </dt>
      <dd className={classes('field__value', base.shown(column).type === 'url' && 'field__value--opens')}>
        {fileColumnTypes.has(base.shown(column).type) ? (
          <FilesField column={column} value={value} onEdit={isEditable(column, base) ? (edit) => void save(edit) : null} />
        ) : column.type === 'longText' && isEditable(column, base) ? (
          <LongTextField column={column} value={value} onEdit={(edit) => void save(edit)} />
        ) : isEditable(column, base) ? (
          <EditableValue column={column} value={value} rowId={row.id} cellOf={cellOf} onEdit={(edit) => void save(edit)}>
            <CellView column={column} value={value} />
          </EditableValue>
        ) : (
          <Tooltip title={t('rowPage.field.computed')} mouseEnterDelay={0.8} placement="topLeft">
            <div className="field__computed">
              {value === null ? <span className="field__nothing">–</span> : <CellView column={column} value={value} />}
            </div>
          </Tooltip>
        )}
        {base.shown(column).type === 'url' && typeof value === 'string' ? <OpenUrl url={value} /> : null}
        {misfit === null ? null : <p className="field__hint">{misfit}</p>}
        {error === null ? null : <ErrorNote error={error} />}
      </dd>
    </div>
  )
}
