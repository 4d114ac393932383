import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { errorOf, isCancelled } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { runLong, useLongWork } from '../../shell/longWork.ts'
import { LongWorkLine } from '../../shell/LongWorkLine.tsx'
import type { ColumnDialogRequest } from '../../shell/state.ts'
import { useChangeView } from '../../shell/useChangeView.ts'
import { useView } from '../../shell/useView.ts'
import { useT } from '../../ui/lang.ts'
import './columnDialog.css'
import { formOf, newForm } from './columnForm.ts'
import { ColumnFormView } from './ColumnFormView.tsx'
import { ConvertDialog } from './ConvertDialog.tsx'
import { DeleteColumn } from './DeleteColumn.tsx'
import { formProblems } from './formProblems.ts'
import { placedBefore } from './placeInView.ts'
import { type ColumnWrite, createWrite, updateWrite } from './saveColumn.ts'

/** Types whose settings need room. */
const wideTypes: ReadonlySet<Column['type']> = new Set<Column['type']>(['link', 'rollup', 'formula', 'button'])

/** Adds a column, changes the settings of one, or its type. */
export function ColumnDialog({ request, onClose }: { request: ColumnDialogRequest; onClose: () => void }) {
  if (request.kind === 'convert') return <ConvertDialog key={request.columnId} columnId={request.columnId} onClose={onClose} />
  return <SettingsDialog request={request} onClose={onClose} />
}

type SettingsRequest = Exclude<ColumnDialogRequest, { kind: 'convert' }>

function SettingsDialog({ request, onClose }: { request: SettingsRequest; onClose: () => void }) {
  const base = useBase()
  const t = useT()
  const column = request.kind === 'edit' ? base.column(request.columnId) : undefined
  const tableId = request.kind === 'edit' ? (column?.tableId ?? 0) : request.tableId
  const { beforeColumnId = null, type: likelyType } = request.kind === 'create' ? request : {}
  const view = useView(tableId)
  const changeView = useChangeView()
  const [form, setForm] = useState(() => (column === undefined ? newForm(tableId, base.description, likelyType) : formOf(column, base.description)))
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [stopped, setStopped] = useState(false)
  const work = useLongWork((state) => state.work)
  const [error, setError] = useState<AppError | null>(null)
  const problems = formProblems(form, tableId, column?.id ?? null, base.description)

  const place = (added: Column) => {
    if (view === undefined || beforeColumnId === null) return
    changeView(view, { columns: placedBefore(added, beforeColumnId, base.columnsOf(tableId), view.settings) })
  }

  const save = async () => {
    setTried(true)
    if (problems.length > 0) return
    setSaving(true)
    setError(null)
    setStopped(false)
    const name = form.name.trim()
    try {
      if (column !== undefined) await write(updateWrite(form, column.id), t('columnDialog.saving', { name }))
      else place(await write(createWrite(form, tableId, beforeColumnId), t('columnDialog.adding', { name })))
      onClose()
    } catch (thrown) {
      if (isCancelled(thrown)) setStopped(true)
      else setError(errorOf(thrown))
      setSaving(false)
    }
  }
  const leave = work?.cancel ?? onClose

  if (request.kind === 'edit' && column === undefined) return null
  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={column === undefined ? 960 : wideTypes.has(column.type) ? 640 : 520}
      className="column-dialog"
      mask={{ closable: false }}
      title={
        column === undefined
          ? t('columnDialog.createTitle', { table: base.table(tableId)?.name ?? '' })
          : t('columnDialog.editTitle', { name: column.name })
      }
      onCancel={leave}
      footer={
        <div className="column-dialog__foot">
          {column === undefined ? null : <DeleteColumn column={column} onDeleted={onClose} />}
          <span className="column-dialog__space">
            {stopped ? <span role="status">{t('columnDialog.stopped')}</span> : null}
            <LongWorkLine />
          </span>
          <Button disabled={work?.isStopping === true} onClick={leave}>
            {t('common.cancel')}
          </Button>
          <Button type="primary" loading={saving} onClick={() => void save()}>
            {column === undefined ? t('columnDialog.create') : t('common.save')}
          </Button>
        </div>
      }
    >
      <ColumnFormView
        form={form}
        tableId={tableId}
        column={column ?? null}
        problems={tried ? problems : []}
        error={error}
        onChange={setForm}
        onEnter={() => void save()}
      />
    </Modal>
  )
}

/** The column made or changed. */
async function write(operation: ColumnWrite, label: string): Promise<Column> {
  switch (operation.name) {
    case 'columns.create':
      return await runLong(operation.name, operation.input, label)
    case 'columns.createLink':
      return (await runLong(operation.name, operation.input, label)).column
    case 'columns.update':
      return await runLong(operation.name, operation.input, label)
    default:
      return assertNever(operation)
  }
}
