import { ArrowLeftOutlined, CloseOutlined, DeleteOutlined } from '@ant-design/icons'
import type { RowDetail } from '#shared/contract/records.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { EditableValue } from './EditableValue.tsx'
import './rowHead.css'
import { useSaveCell } from './useSaveCell.ts'

type RowHeadProps = { row: RowDetail; primary: Column | undefined; classColumns: readonly Column[]; onClose: () => void }

/** What the row is called, the way back, and its classes. */
export function RowHead({ row, primary, classColumns, onClose }: RowHeadProps) {
  const t = useT()
  const base = useBase()
  const trail = useShell((state) => state.rowTrail)
  const backRow = useShell((state) => state.backRow)
  const chips = classColumns.filter((column) => (row.cells[column.id] ?? null) !== null)
  return (
    <header className="row-head">
      <div className="row-head__line">
        {trail.length > 1 ? <IconButton label={t('rowPage.back')} icon={<ArrowLeftOutlined />} onClick={backRow} /> : null}
        <div className="row-head__title" role="heading" aria-level={2}>
          {primary === undefined ? <span className="selectable">{row.title}</span> : <Title row={row} primary={primary} />}
        </div>
        {base.readOnly ? null : <DeleteRow row={row} onDeleted={trail.length > 1 ? backRow : onClose} />}
        <IconButton label={t('common.close')} icon={<CloseOutlined />} onClick={onClose} />
      </div>
      {chips.length === 0 ? null : (
        <p className="row-head__chips">
          {chips.map((column) => (
            <span key={column.id} title={column.name}>
              <ClassChip column={column} value={row.cells[column.id] ?? null} />
            </span>
          ))}
        </p>
      )}
    </header>
  )
}

/** A class as a chip; a grade of one letter says that it is one. */
function ClassChip({ column, value }: { column: Column; value: CellValue }) {
  const t = useT()
  const option = column.type === 'singleSelect' ? column.settings.options.find(({ id }) => id === value) : undefined
  if (option === undefined || column.role !== 'customer.grade' || option.name.length > 1) return <CellView column={column} value={value} />
  return <Chip color={option.color}>{t('rowPage.grade', { name: option.name })}</Chip>
}

function Title({ row, primary }: { row: RowDetail; primary: Column }) {
  const t = useT()
  const base = useBase()
  const { save } = useSaveCell(primary, row.id)
  const value = row.cells[primary.id] ?? null
  if (!isEditable(primary, base)) return <span className="selectable">{row.title === '' ? t('rowPage.untitled') : row.title}</span>
  return (
    <EditableValue
      className="row-head__edit"
      emptyText={t('rowPage.field.fillIn', { name: primary.name })}
      column={primary}
      value={value}
      rowId={row.id}
      onEdit={(edit) => void save(edit)}
    >
      <CellView column={primary} value={value} />
    </EditableValue>
  )
}

function DeleteRow({ row, onDeleted }: { row: RowDetail; onDeleted: () => void }) {
  const t = useT()
  const { run } = useWrite('rows.delete')
  const notify = useNotices((state) => state.notify)
  const remove = async () => {
    if ((await run({ tableId: row.tableId, rowIds: [row.id] })) === null) return
    onDeleted()
    notify({
      tone: 'done',
      text: t('rowPage.deleted', { title: row.title }),
      canUndo: true,
    })
  }
  return <IconButton label={t('rowPage.delete')} icon={<DeleteOutlined />} onClick={() => void remove()} />
}
