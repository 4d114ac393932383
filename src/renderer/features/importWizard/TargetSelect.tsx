import { Select } from 'antd'
import type { ColumnTarget } from '#shared/contract/exchange.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { ColumnType } from '#shared/model/column.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ColumnDraft, ImportDraft, SheetDraft } from '#shared/importing/draft.ts'
import { destinationName, includedSheets, tableIdOf } from '#shared/importing/draft.ts'
import { columnLetters, fillableColumns } from '#shared/importing/guessTargets.ts'

type TargetSelectProps = {
  column: ColumnDraft
  sheet: SheetDraft
  draft: ImportDraft
  base: BaseShape
  hasProblem: boolean
  onTarget: (target: ColumnTarget) => void
}

/** Where a column goes: one of the table's columns, a new one, a link to another sheet, or nowhere. */
export function TargetSelect({ column, sheet, draft, base, hasProblem, onTarget }: TargetSelectProps) {
  const t = useT()
  const tableId = tableIdOf(sheet.destination)
  const taken = new Set(
    sheet.columns.flatMap((other) => (other.index !== column.index && other.target.kind === 'column' ? [other.target.columnId] : [])),
  )
  const existing: Choice[] = (tableId === null ? [] : fillableColumns(base, tableId)).map((candidate) => ({
    value: `column:${candidate.id}`,
    label: candidate.name,
    type: candidate.type,
    note: taken.has(candidate.id) ? t('importWizard.columns.taken') : t(`columns.type.${candidate.type}`),
  }))
  const otherSheets = includedSheets(draft).filter((other) => other.sheet !== sheet.sheet)
  const others: Choice[] = [
    { value: 'new', label: t('importWizard.columns.new'), type: null, note: '' },
    ...otherSheets.map((other): Choice => ({
      value: `sheet:${other.sheet}`,
      label: t('importWizard.columns.newLink', { sheet: other.sheet }),
      type: 'link',
      note: '',
    })),
    ...base.tables.map((table): Choice => ({
      value: `table:${table.id}`,
      label: t('importWizard.columns.newTableLink', { table: table.name }),
      type: 'link',
      note: '',
    })),
    { value: 'skip', label: t('importWizard.columns.skip'), type: null, note: '' },
  ]
  const groups = [
    { label: t('importWizard.columns.groupExisting', { table: destinationName(sheet.destination, base) }), options: existing.map(lineOf) },
    { label: t('importWizard.columns.groupNew'), options: others.map(lineOf) },
  ]
  const choose = (key: string) => {
    const target = targetOf(key, column, draft)
    if (target !== null) onTarget(target)
  }
  return (
    <Select
      className="target-select"
      aria-label={t('importWizard.columns.target')}
      value={keyOf(column.target)}
      status={hasProblem ? 'error' : ''}
      onChange={choose}
      showSearch={{ optionFilterProp: 'name' }}
      popupMatchSelectWidth={280}
      listHeight={320}
      options={groups.filter((group) => group.options.length > 0)}
    />
  )
}

type Choice = { value: string; label: string; type: ColumnType | null; note: string }

/** An option of the select: found by its name, shown with the sign of its type. */
const lineOf = ({ value, label, type, note }: Choice) => ({
  value,
  name: label,
  label: (
    <span className="option-with-note">
      <span>
        {type === null ? null : <ColumnTypeIcon type={type} />} {label}
      </span>
      <small>{note}</small>
    </span>
  ),
})

function keyOf(target: ColumnTarget): string {
  switch (target.kind) {
    case 'skip':
    case 'new':
      return target.kind
    case 'column':
      return `column:${target.columnId}`
    case 'newLink':
      return `sheet:${target.sheet}`
    case 'newTableLink':
      return `table:${target.tableId}`
    default:
      return assertNever(target)
  }
}

function targetOf(key: string, column: ColumnDraft, draft: ImportDraft): ColumnTarget | null {
  const before = column.target
  const name = 'name' in before ? before.name : column.header.trim() || columnLetters(column.index)
  if (key === 'skip') return { kind: 'skip' }
  if (key === 'new') return { kind: 'new', name, type: column.guess.type }
  if (key.startsWith('table:')) return { kind: 'newTableLink', name, tableId: Number(key.slice(6)), matchColumnId: null }
  if (key.startsWith('column:')) return { kind: 'column', columnId: Number(key.slice(7)), matchColumnId: null }
  const sheet = draft.sheets.find((other) => other.sheet === key.slice(6))
  const match =
    sheet?.columns.find((candidate) => candidate.target.kind !== 'skip' && candidate.header.trim() === column.header.trim()) ?? sheet?.columns[0]
  return sheet === undefined || match === undefined ? null : { kind: 'newLink', name, sheet: sheet.sheet, matchIndex: match.index }
}
