import { Tooltip } from 'antd'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useBase } from '../../client/useBase.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { EditableValue } from './EditableValue.tsx'
import './field.css'
import { useSaveCell } from './useSaveCell.ts'

/** A column of the row: its name and its value, edited where it stands. */
export function Field({ column, value, rowId }: { column: Column; value: CellValue; rowId: number }) {
  const t = useT()
  const base = useBase()
  const { save, error } = useSaveCell(column, rowId)
  return (
    <div className="field">
      <dt className="field__name" title={column.description === '' ? column.name : `${column.name}\n${column.description}`}>
        {column.name}
      </dt>
      <dd className="field__value">
        {isEditable(column, base) ? (
          <EditableValue column={column} value={value} rowId={rowId} onEdit={(edit) => void save(edit)}>
            <CellView column={column} value={value} />
          </EditableValue>
        ) : (
          <Tooltip title={t('rowPage.field.computed')} mouseEnterDelay={0.8} placement="topLeft">
            <div className="field__computed">
              {value === null ? <span className="field__nothing">–</span> : <CellView column={column} value={value} />}
            </div>
          </Tooltip>
        )}
        {error === null ? null : <ErrorNote error={error} />}
      </dd>
    </div>
  )
}
