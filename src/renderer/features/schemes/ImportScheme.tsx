import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { SchemeFilePreview } from '#shared/contract/schemeFiles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ClassChip } from './ClassChip.tsx'

type Chosen = { key: number; columnId: number }[]

/** Brings in a scheme from a file: which of the base's columns are meant, and what it will leave out. */
export function ImportScheme({ path, onClose }: { path: string; onClose: (made: Scheme | null) => void }) {
  const t = useT()
  const [tableId, setTableId] = useState<number | null>(null)
  const [columns, setColumns] = useState<Chosen>([])
  const [name, setName] = useState<string | null>(null)
  const { data, error } = useOperation('schemes.inspectFile', { path, tableId, columns }, { keepPrevious: true })
  const take = useWrite('schemes.importFile')
  const title = name ?? data?.name ?? ''
  const isWhole =
    data !== undefined && error === null && data.tableId !== null && title.trim() !== '' && data.columns.every(({ columnId }) => columnId !== null)
  const save = async () => {
    if (data === undefined || data.tableId === null) return
    const made = await take.run({ path, tableId: data.tableId, name: title.trim(), columns })
    if (made !== null) onClose(made)
  }
  return (
    <Modal
      open
      centered
      width={560}
      title={t('schemes.file.title')}
      okText={t('schemes.file.take')}
      okButtonProps={{ disabled: !isWhole, loading: take.pending }}
      onOk={() => void save()}
      onCancel={() => onClose(null)}
    >
      {error !== null ? <ErrorNote error={error.error} /> : data === undefined ? <Skeleton lines={4} /> : null}
      {error !== null || data === undefined ? null : (
        <div className="new-scheme">
          <label className="new-scheme__line">
            <span>{t('schemes.new.name')}</span>
            <Input value={title} onChange={(event) => setName(event.target.value)} />
          </label>
          <Found
            data={data}
            onTable={(id) => {
              setTableId(id)
              setColumns([])
            }}
            onColumn={(key, columnId) => setColumns([...columns.filter((each) => each.key !== key), { key, columnId }])}
          />
          {take.error === null ? null : <ErrorNote error={take.error} />}
        </div>
      )}
    </Modal>
  )
}

type FoundProps = { data: SchemeFilePreview; onTable: (tableId: number) => void; onColumn: (key: number, columnId: number) => void }

/** What of the file was found in the base, to be put right, and what was not. */
function Found({ data, onTable, onColumn }: FoundProps) {
  const base = useBase()
  const t = useT()
  return (
    <>
      <div className="new-scheme__line">
        <span>{t('schemes.new.table')}</span>
        <Select
          value={data.tableId}
          aria-label={t('schemes.new.table')}
          options={base.tables.map((table) => ({ value: table.id, label: table.name }))}
          onChange={(id: number) => onTable(id)}
        />
      </div>
      {data.columns.map((column) => {
        const fitting = column.fitting.flatMap((id) => base.column(id) ?? [])
        const label = column.tableName === null ? column.name : t('schemes.file.ofTable', { table: column.tableName, column: column.name })
        return (
          <div key={column.key} className="new-scheme__line">
            <span title={label}>{label}</span>
            {fitting.length === 0 ? (
              <span className="rule__problem">{t('schemes.file.noColumn')}</span>
            ) : (
              <span>
                <ColumnSelect columns={fitting} value={column.columnId} wide onChange={(id) => onColumn(column.key, id)} />
                {column.columnId === null ? <span className="rule__problem">{t('schemes.file.choose')}</span> : null}
              </span>
            )}
          </div>
        )
      })}
      <div className="new-scheme__line">
        <span>{t('schemes.edit.class')}</span>
        <span className="new-scheme__classes">
          {data.classes.map((option) => (
            <ClassChip key={option.id} option={option} />
          ))}
        </span>
      </div>
      {data.lostChoices.length === 0 ? null : (
        <p className="scheme__standing" role="note">
          {t('schemes.file.lost', {
            choices: data.lostChoices.map(({ column, name }) => t('schemes.file.choice', { column, name })).join(t('common.listSeparator')),
          })}
        </p>
      )}
    </>
  )
}
