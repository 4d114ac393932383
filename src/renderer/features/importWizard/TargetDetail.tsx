import { Input, Select } from 'antd'
import type { ColumnTarget } from '#shared/contract/exchange.ts'
import type { Column } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ColumnDraft, ImportDraft } from '#shared/importing/draft.ts'
import { keptColumns, sheetNamed } from '#shared/importing/draft.ts'
import { columnLetters, fillableColumns } from '#shared/importing/guessTargets.ts'
import { guessName, importTypes } from './sentences.ts'

type TargetDetailProps = { column: ColumnDraft; draft: ImportDraft; base: BaseShape; onTarget: (target: ColumnTarget) => void }

/** What else must be said of a target: a new column's name and type, by what a link finds its rows. */
export function TargetDetail({ column, draft, base, onTarget }: TargetDetailProps) {
  const t = useT()
  const { target } = column
  if (target.kind === 'new') {
    return (
      <>
        <Input
          aria-label={t('importWizard.columns.newName')}
          value={target.name}
          onChange={(event) => onTarget({ ...target, name: event.target.value })}
        />
        <Select
          className="target-detail__type"
          aria-label={t('importWizard.columns.newType')}
          value={target.type}
          options={importTypes.map((type) => ({ value: type, label: guessName(type, t) }))}
          onChange={(type) => onTarget({ ...target, type })}
        />
      </>
    )
  }
  if (target.kind === 'newLink') {
    const other = sheetNamed(draft, target.sheet)
    const options = (other === undefined ? [] : keptColumns(other)).map((each) => ({
      value: each.index,
      label: each.header || columnLetters(each.index),
    }))
    return (
      <>
        <Input
          aria-label={t('importWizard.columns.linkName')}
          value={target.name}
          onChange={(event) => onTarget({ ...target, name: event.target.value })}
        />
        <label className="target-detail__by">
          <span>{t('importWizard.columns.linkBySheet', { sheet: target.sheet })}</span>
          <Select value={target.matchIndex} options={options} onChange={(matchIndex) => onTarget({ ...target, matchIndex })} />
        </label>
      </>
    )
  }
  if (target.kind === 'newTableLink') {
    return (
      <>
        <Input
          aria-label={t('importWizard.columns.linkName')}
          value={target.name}
          onChange={(event) => onTarget({ ...target, name: event.target.value })}
        />
        <LinkKey
          tableId={target.tableId}
          value={target.matchColumnId}
          base={base}
          onChange={(matchColumnId) => onTarget({ ...target, matchColumnId })}
        />
      </>
    )
  }
  if (target.kind === 'column') return <ExistingDetail target={target} base={base} onTarget={onTarget} />
  return null
}

type ExistingDetailProps = { target: Extract<ColumnTarget, { kind: 'column' }>; base: BaseShape; onTarget: (target: ColumnTarget) => void }

function ExistingDetail({ target, base, onTarget }: ExistingDetailProps) {
  const t = useT()
  const column = base.columns.find((candidate) => candidate.id === target.columnId)
  if (column === undefined) return null
  if (column.type !== 'link') return <span className="target-detail__type-name">{t(`columns.type.${column.type}`)}</span>
  return (
    <LinkKey
      tableId={column.settings.otherTableId}
      value={target.matchColumnId}
      base={base}
      onChange={(matchColumnId) => onTarget({ ...target, matchColumnId })}
    />
  )
}

type LinkKeyProps = { tableId: number; value: number | null; base: BaseShape; onChange: (matchColumnId: number) => void }

/** The column of the linked table in which the sheet's text is looked up. */
function LinkKey({ tableId, value, base, onChange }: LinkKeyProps) {
  const t = useT()
  const table = base.tables.find((candidate) => candidate.id === tableId)
  const named = fillableColumns(base, tableId).filter(canName)
  return (
    <label className="target-detail__by">
      <span>{t('importWizard.columns.linkBy', { table: table?.name ?? '' })}</span>
      <Select
        value={value ?? table?.primaryColumnId ?? null}
        options={named.map((candidate) => ({ value: candidate.id, label: candidate.name }))}
        onChange={onChange}
      />
    </label>
  )
}

/** Columns by whose text a row can be told from the others. */
const canName = (column: Column): boolean => ['text', 'phone', 'email', 'autoNumber', 'number'].includes(column.type)
