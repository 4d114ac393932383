import { Button, Checkbox, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { BulkActionKind } from '#shared/model/bulk/bulkAction.ts'
import { bulkActionsFor } from '#shared/model/bulk/bulkActions.ts'
import type { Column } from '#shared/model/column.ts'
import type { Draft } from '../../cells/cellEdit.ts'
import { isEditable } from '../../cells/cellEdit.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useFormat } from '../../client/useFormat.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useRowSelection } from '../../grid/rowSelection.ts'
import { useNotices, type Said } from '../../shell/notices.ts'
import { useRowQuery } from '../../shell/useView.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import '../../ui/formDialog.css'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { WorkLine } from '../../ui/WorkLine.tsx'
import { ActionFields } from './ActionFields.tsx'
import './bulkDialog.css'
import { actionOf, emptyForm, forColumn, sentenceOf } from './bulkForm.ts'
import { Examples } from './Examples.tsx'

type BulkDialogProps = { tableId: number; columnId: number | null; onClose: () => void }

/** One thing done to many rows, said in a sentence and counted before it is done. */
export function BulkDialog({ tableId, columnId, onClose }: BulkDialogProps) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const format = useFormat()
  const query = useRowQuery(tableId)
  const ticked = useRowSelection((state) => state.ids)
  const columns = base.columnsOf(tableId).filter((column) => isEditable(column, base))
  const begun = columns.find((column) => column.id === columnId)
  const [onlyTicked, setOnlyTicked] = useState(ticked.size > 0)
  const [deletes, setDeletes] = useState(false)
  const [form, setForm] = useState(() => (begun === undefined ? emptyForm : forColumn(emptyForm, begun)))
  const [problem, setProblem] = useState<string | null>(null)
  const writing = useLongCall('rows.bulk')
  const removing = useLongCall('rows.deleteWhere')
  const removingTicked = useLongCall('rows.delete')
  const { filter, search } = query
  const list = useOperation('rows.page', { tableId, query: { filter, search, sorts: [], groups: [] }, columnIds: [], offset: 0, limit: 1 })
  const isTicked = onlyTicked && ticked.size > 0
  const rowCount = isTicked ? ticked.size : (list.data?.rowCount ?? 0)
  const rows = isTicked ? { kind: 'ids' as const, rowIds: [...ticked] } : { kind: 'where' as const, filter, search }
  const column = form.columnId === null ? undefined : base.column(form.columnId)
  const action = deletes || problem !== null ? null : actionOf(form)
  const input = { tableId, rows, columnId: column?.id ?? 1, action: action ?? { kind: 'clear' as const }, onlyEmpty: form.onlyEmpty, lang }
  const work = [writing, removing, removingTicked].find(({ running }) => running)
  const running = work !== undefined
  const isAsked = column !== undefined && action !== null
  const preview = useOperation('rows.previewBulk', input, { enabled: isAsked && !running, keepPrevious: true })
  const told = isAsked ? preview.data : undefined
  const count = deletes ? rowCount : (told?.changed ?? 0)
  const isReady = count > 0 && (deletes || (isAsked && !preview.isFetching))
  const failure = writing.error ?? removing.error ?? removingTicked.error ?? (isAsked && preview.error !== null ? errorOf(preview.error) : null)

  const notify = (text: Said) => {
    useNotices.getState().notify({ tone: 'done', text, canUndo: true })
    onClose()
  }
  const run = async () => {
    if (!isReady) return
    if (deletes) {
      const done = isTicked ? await removingTicked.run({ tableId, rowIds: [...ticked] }) : await removing.run({ tableId, filter, search })
      if (done === null) return
      useRowSelection.getState().clear()
      notify((t) => t('bulk.deleted', { count: done.removed }))
    } else if (column !== undefined && action !== null) {
      const done = await writing.run({ ...input, action })
      if (done !== null) notify((t) => t('bulk.done', { count: done.changed, column: column.name }))
    }
  }
  const take = ({ edit, problem: wrong }: Draft) => {
    setProblem(wrong)
    setForm((was) => (edit === null ? was : { ...was, edit }))
  }
  const chooseColumn = (chosen: Column) => {
    setProblem(null)
    setForm(forColumn(form, chosen))
  }
  const kinds: readonly (BulkActionKind | 'delete')[] = [...(column === undefined ? [] : bulkActionsFor(column)), 'delete']
  const canFillEmpty = !deletes && (form.kind === 'set' || form.kind === 'copy' || form.kind === 'link')
  const from = form.fromColumnId === null ? '' : (base.column(form.fromColumnId)?.name ?? '')
  const sentence = deletes
    ? t('bulk.say.delete', { rows: rowCount })
    : column === undefined || action === null
      ? null
      : sentenceOf(action, { column, from, rows: rowCount, format: (value) => format(column, value), t })

  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={600}
      className="form-dialog bulk-dialog"
      mask={{ closable: false }}
      title={t('bulk.title', { table: base.table(tableId)?.name ?? '' })}
      onCancel={work?.cancel ?? onClose}
      footer={
        <>
          <Button onClick={work?.cancel ?? onClose}>{t('common.cancel')}</Button>
          <Button type="primary" danger={deletes} disabled={!isReady} loading={running} onClick={() => void run()}>
            {t(deletes ? 'bulk.runDelete' : 'bulk.run', { count })}
          </Button>
        </>
      }
    >
      <div className="bulk-dialog__field">
        <span>{t('bulk.rows')}</span>
        <Radio.Group
          value={isTicked}
          onChange={(event) => setOnlyTicked(event.target.value === true)}
          options={[
            ...(ticked.size === 0 ? [] : [{ value: true, label: t('bulk.rows.ticked', { count: ticked.size }) }]),
            { value: false, label: t('bulk.rows.view', { count: list.data?.rowCount ?? 0 }) },
          ]}
        />
      </div>
      <div className="bulk-dialog__pair">
        <div className="bulk-dialog__field">
          <span>{t('bulk.column')}</span>
          <ColumnSelect
            wide
            columns={columns}
            value={form.columnId}
            onChange={(id) => {
              const chosen = base.column(id)
              if (chosen !== undefined) chooseColumn(chosen)
            }}
          />
        </div>
        <div className="bulk-dialog__field">
          <span>{t('bulk.action')}</span>
          <Select<BulkActionKind | 'delete' | null>
            value={deletes ? 'delete' : column === undefined ? null : form.kind}
            aria-label={t('bulk.action')}
            options={kinds.map((value) => ({ value, label: t(`bulk.action.${value}`) }))}
            onChange={(kind) => {
              setDeletes(kind === 'delete')
              setProblem(null)
              if (kind !== 'delete' && kind !== null) setForm({ ...form, kind, edit: null })
            }}
          />
        </div>
      </div>
      {deletes || column === undefined ? null : <ActionFields column={column} form={form} problem={problem} onChange={setForm} onDraft={take} />}
      {canFillEmpty && column !== undefined ? (
        <Checkbox checked={form.onlyEmpty} onChange={(event) => setForm({ ...form, onlyEmpty: event.target.checked })}>
          {t('bulk.onlyEmpty')}
        </Checkbox>
      ) : null}
      {sentence === null ? null : (
        <p className="bulk-dialog__sentence" role="status">
          {sentence}
          {deletes || told === undefined ? null : (
            <small>
              {told.changed === 0 ? t('bulk.none') : t('bulk.changes', { count: told.changed })}
              {told.refused === 0 ? null : ` · ${t('bulk.refused', { count: told.refused })}`}
            </small>
          )}
        </p>
      )}
      {work === undefined ? null : <WorkLine progress={work.progress} label={t(deletes ? 'bulk.deleting' : 'bulk.running')} />}
      {failure === null ? null : <ErrorNote error={failure} />}
      {deletes || told === undefined || told.changed === 0 || column?.type === 'link' ? null : (
        <Examples examples={told.examples} count={told.changed} />
      )}
    </Modal>
  )
}
