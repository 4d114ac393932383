import { Button, Checkbox, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Column, ColumnType } from '#shared/model/column.ts'
import { useBase } from '../../client/useBase.ts'
import { errorOf } from '../../client/clientError.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useNotices } from '../../shell/notices.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import '../../ui/formDialog.css'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { WorkLine } from '../../ui/WorkLine.tsx'
import { typeGroups } from './columnForm.ts'
import './convertDialog.css'
import { conversionOf, type ConvertForm, convertForm, targetTypes } from './convertForm.ts'
import { ConvertPreview } from './ConvertPreview.tsx'
import { ConvertSettings } from './ConvertSettings.tsx'

/** Gives a column another type, after showing what becomes of every cell and of all that refers to it. */
export function ConvertDialog({ columnId, onClose }: { columnId: number; onClose: () => void }) {
  const column = useBase().column(columnId)
  return column === undefined ? null : <OpenDialog column={column} onClose={onClose} />
}

const allTypes: readonly ColumnType[] = typeGroups.flatMap(({ types }): readonly ColumnType[] => types)

function OpenDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const [form, setForm] = useState<ConvertForm | null>(null)
  const [mayEmpty, setMayEmpty] = useState(false)
  const converting = useLongCall('columns.convert')
  const conversion = form === null ? null : conversionOf(column.id, form, lang)
  const input = conversion ?? { columnId: column.id, to: { type: column.type } }
  const { data, error, isFetching } = useOperation('columns.previewConversion', input, { enabled: conversion !== null && !converting.running })
  const preview = conversion === null ? undefined : data
  const isReady = preview !== undefined && !isFetching && (preview.lost === 0 || mayEmpty)

  const run = async () => {
    if (conversion === null || !isReady) return
    const done = await converting.run({ ...conversion, onLoss: mayEmpty ? 'empty' : 'stop' })
    if (done === null) return
    const { same, changed, lost } = done
    const told = { name: column.name, type: t(`columns.type.${done.column.type}`), same, changed }
    useNotices.getState().notify({
      tone: 'done',
      text: (t) => (lost === 0 ? t('convert.done', told) : t('convert.doneLost', { ...told, lost })),
      canUndo: true,
    })
    onClose()
  }
  const change = (next: ConvertForm) => {
    setForm(next)
    setMayEmpty(false)
  }

  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={720}
      className="form-dialog convert-dialog"
      mask={{ closable: false }}
      title={t('convert.title', { name: column.name })}
      onCancel={converting.running ? converting.cancel : onClose}
      footer={
        <div className="column-dialog__foot">
          <span className="column-dialog__space" />
          <Button onClick={converting.running ? converting.cancel : onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={!isReady} loading={converting.running} onClick={() => void run()}>
            {t('convert.run')}
          </Button>
        </div>
      }
    >
      <div className="convert-dialog__types">
        <span className="convert-dialog__type">
          <ColumnTypeIcon type={column.type} /> {t(`columns.type.${column.type}`)}
        </span>
        <span aria-hidden="true">→</span>
        <Select
          autoFocus
          defaultOpen
          className="convert-dialog__select"
          aria-label={t('convert.to')}
          placeholder={t('convert.to')}
          value={form?.column.type ?? null}
          showSearch={{ optionFilterProp: 'name' }}
          disabled={converting.running}
          options={targetTypes(allTypes, column).map((type) => ({
            value: type,
            name: t(`columns.type.${type}`),
            label: (
              <span className="column-select__name">
                <ColumnTypeIcon type={type} /> {t(`columns.type.${type}`)}
              </span>
            ),
          }))}
          onChange={(type) => type !== null && change(convertForm(column, type, base.description))}
        />
      </div>
      {form === null ? (
        <p className="convert-dialog__lead">{t('convert.choose')}</p>
      ) : (
        <ConvertSettings column={column} form={form} onChange={change} />
      )}
      {converting.running ? <WorkLine progress={converting.progress} label={t('convert.running')} /> : null}
      {converting.error === null ? null : <ErrorNote error={converting.error} />}
      {error === null || conversion === null ? null : <ErrorNote error={errorOf(error)} />}
      {conversion !== null && preview === undefined && error === null ? (
        <div aria-label={t('convert.checking')} role="status">
          <Skeleton lines={4} />
        </div>
      ) : null}
      {preview === undefined || form === null ? null : (
        <ConvertPreview key={form.column.type} preview={preview} tableName={base.table(form.column.link.otherTableId ?? 0)?.name ?? ''}>
          {preview.lost === 0 ? null : (
            <div className="convert-dialog__decide">
              <Checkbox checked={mayEmpty} onChange={(event) => setMayEmpty(event.target.checked)}>
                {t('convert.empty', { count: preview.lost })}
              </Checkbox>
              {mayEmpty ? null : <small>{t('convert.emptyText')}</small>}
            </div>
          )}
        </ConvertPreview>
      )}
    </Modal>
  )
}
