import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { holdsValues } from '#shared/model/column.ts'
import { formatSize } from '#shared/lib/formatSize.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { useBase } from '../../client/useBase.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { arrangeColumns } from '../../grid/viewColumns.ts'
import { useRowQuery, useView } from '../../shell/useView.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import './exportDialog.css'

const formats = ['xlsx', 'csv', 'files'] as const
const encodings = ['utf-8', 'gb18030'] as const

/** Writes the rows a person sees to a workbook or csv file of their choice. */
export function ExportDialog({ tableId, onClose }: { tableId: number; onClose: () => void }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const view = useView(tableId)
  const query = useRowQuery(tableId)
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx')
  const [encoding, setEncoding] = useState<(typeof encodings)[number]>('utf-8')
  const [all, setAll] = useState(false)
  const [done, setDone] = useState<{ path: string; said: string } | null>(null)
  const [stopped, setStopped] = useState(false)
  const pick = useWrite('app.pickSaveFile')
  const show = useWrite('app.showInFolder')
  const writingRows = useLongCall('export.view')
  const writingFiles = useLongCall('export.files')
  const writing = format === 'files' ? writingFiles : writingRows
  const pickFolder = useWrite('app.pickFolder')
  const { data: first } = useOperation('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 1 })
  const arranged = arrangeColumns(
    base.columnsOf(tableId).filter(({ type }) => holdsValues(type)),
    view?.settings ?? emptyViewSettings,
  )
  const shown = arranged.filter((one) => !one.hidden)
  const table = base.table(tableId)?.name ?? ''
  const hasFiles = arranged.some(({ column }) => fileColumnTypes.has(base.shown(column).type))
  const error = writing.error ?? pick.error ?? pickFolder.error ?? show.error

  const start = async () => {
    setStopped(false)
    const columnIds = (all ? arranged : shown).map(({ column }) => column.id)
    if (format === 'files') return startFiles(columnIds)
    const file = await pick.run({ suggestedName: view === undefined ? table : `${table}-${view.name}`, format })
    if (file === null) return
    const written = await writingRows.run({ tableId, query, columnIds, path: file.path, format, encoding, lang })
    setDone(written === null ? null : { path: written.path, said: t('exportDialog.done', { count: written.rows }) })
    setStopped(written === null)
  }

  const startFiles = async (columnIds: number[]) => {
    const folder = await pickFolder.run({})
    if (folder === null) return
    const written = await writingFiles.run({ tableId, query, columnIds, path: folder.path })
    setStopped(written === null)
    if (written === null) return
    const missing = written.missing === 0 ? '' : t('exportDialog.filesMissing', { count: written.missing })
    setDone({ path: written.path, said: t('exportDialog.filesDone', { count: written.files }) + missing })
  }

  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={520}
      mask={{ closable: false }}
      title={t('exportDialog.title', { table, view: view?.name ?? '' })}
      onCancel={writing.running ? writing.cancel : onClose}
      footer={footer()}
    >
      <div className="export-dialog">{content()}</div>
    </Modal>
  )

  function content() {
    if (writing.running)
      return (
        <Working
          done={writing.progress?.done ?? 0}
          total={writing.progress?.total ?? (format === 'files' ? null : (first?.rowCount ?? null))}
          ofFiles={format === 'files'}
        />
      )
    if (done !== null)
      return (
        <p className="export-dialog__done">
          {done.said}
          <small className="selectable">{done.path}</small>
        </p>
      )
    return (
      <>
        <p className="export-dialog__lead">
          {first === undefined ? t('exportDialog.leadCounting') : t('exportDialog.lead', { count: first.rowCount })}
        </p>
        <fieldset>
          <legend>{t('exportDialog.format')}</legend>
          <Radio.Group
            className="export-dialog__choices"
            value={format}
            onChange={(event) => setFormat(formats.find((each) => each === event.target.value) ?? 'xlsx')}
          >
            {formats
              .filter((each) => each !== 'files' || hasFiles)
              .map((each) => (
                <Radio key={each} value={each}>
                  {t(`exportDialog.format.${each}`)} <small>{t(`exportDialog.format.${each}Text`)}</small>
                </Radio>
              ))}
          </Radio.Group>
        </fieldset>
        {format === 'csv' ? (
          <fieldset>
            <legend>{t('exportDialog.encoding')}</legend>
            <Radio.Group
              value={encoding}
              onChange={(event) => setEncoding(event.target.value === 'gb18030' ? 'gb18030' : 'utf-8')}
              options={encodings.map((each) => ({ value: each, label: t(`exportDialog.encoding.${each}`) }))}
            />
          </fieldset>
        ) : null}
        {shown.length === arranged.length ? null : (
          <fieldset>
            <legend>{t('exportDialog.columns')}</legend>
            <Radio.Group
              className="export-dialog__choices"
              value={all}
              onChange={(event) => setAll(event.target.value === true)}
              options={[
                { value: false, label: t('exportDialog.columnsShown', { count: shown.length }) },
                { value: true, label: t('exportDialog.columnsAll', { count: arranged.length }) },
              ]}
            />
          </fieldset>
        )}
        {error === null ? null : <ErrorNote error={error} />}
        {stopped && error === null ? <p className="export-dialog__lead">{t('exportDialog.cancelled')}</p> : null}
      </>
    )
  }

  function footer() {
    if (writing.running) return <Button onClick={writing.cancel}>{t('common.cancel')}</Button>
    if (done !== null) {
      return (
        <>
          <Button onClick={() => void show.run({ path: done.path })}>{t('exportDialog.showInFolder')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      )
    }
    return (
      <>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" autoFocus loading={pick.pending} onClick={() => void start()}>
          {t('exportDialog.start')}
        </Button>
      </>
    )
  }
}

function Working({ done, total, ofFiles }: { done: number; total: number | null; ofFiles: boolean }) {
  const t = useT()
  const label = ofFiles
    ? t('exportDialog.filesWorking', { size: formatSize(done) })
    : total === null
      ? t('exportDialog.working', { done })
      : t('exportDialog.workingOf', { done, total })
  return (
    <div aria-live="polite">
      <p>{label}</p>
      <ProgressLine label={label} done={done} total={total} />
    </div>
  )
}
