import { ArrowLeftOutlined, CloseOutlined, DeleteOutlined } from '@ant-design/icons'
import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { LockSign } from '../../ui/LockSign.tsx'
import { useT } from '../../ui/lang.ts'
import { WhyPopover } from '../../why/WhyPopover.tsx'
import { EditableValue } from './EditableValue.tsx'
import './rowHead.css'
import { useSaveCell } from './useSaveCell.ts'

type RowHeadProps = {
  row: RowDetail
  primary: Column | undefined
  /** Whose classes stand in the head. */ schemes: readonly Scheme[]
  onClose: () => void
}

/** What the row is called, the way back, and its classes. */
export function RowHead({ row, primary, schemes, onClose }: RowHeadProps) {
  const t = useT()
  const base = useBase()
  const trail = useShell((state) => state.rowTrail)
  const backRow = useShell((state) => state.backRow)
  const chips = schemes.flatMap((scheme) => {
    const column = base.column(scheme.targetColumnId)
    const value = row.cells[scheme.targetColumnId] ?? null
    return column === undefined || value === null ? [] : [{ scheme, column, value }]
  })
  return (
    <header className="row-head">
      <div className="row-head__line">
        {trail.length > 1 ? <IconButton label={t('rowPage.back')} icon={<ArrowLeftOutlined />} onClick={backRow} /> : null}
        <div className="row-head__title" role="heading" aria-level={2} title={row.title}>
          {primary === undefined ? <span className="selectable">{row.title}</span> : <Title row={row} primary={primary} />}
        </div>
        {base.readOnly ? null : <DeleteRow row={row} onDeleted={trail.length > 1 ? backRow : onClose} />}
        <IconButton label={t('common.close')} icon={<CloseOutlined />} onClick={onClose} />
      </div>
      {chips.length === 0 ? null : (
        <p className="row-head__chips">
          {chips.map(({ scheme, column, value }) => (
            <WhyPopover
              key={scheme.id}
              tableId={row.tableId}
              rowId={row.id}
              schemeId={scheme.id}
              label={t('rowPage.why.ask', { scheme: column.name })}
            >
              <small>{column.name}</small>
              <CellView column={column} value={value} />
              {row.locked.includes(column.id) ? <LockSign label={t('locks.sign')} /> : null}
            </WhyPopover>
          ))}
        </p>
      )}
    </header>
  )
}

function Title({ row, primary }: { row: RowDetail; primary: Column }) {
  const t = useT()
  const base = useBase()
  const { save } = useSaveCell(primary, row.id)
  const begun = useShell((state) => state.begunRow)
  const value = row.cells[primary.id] ?? null
  if (!isEditable(primary, base)) return <span className="selectable">{row.title === '' ? t('rowPage.untitled') : row.title}</span>
  return (
    <EditableValue
      className="row-head__edit"
      wraps
      startsOpen={value === null && begun?.rowId === row.id && begun.tableId === row.tableId}
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
      text: (t) => t('rowPage.deleted', { title: row.title }),
      canUndo: true,
    })
  }
  return <IconButton label={t('rowPage.delete')} icon={<DeleteOutlined />} onClick={() => void remove()} />
}
