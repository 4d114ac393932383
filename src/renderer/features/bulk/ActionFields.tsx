import { Input, InputNumber, Segmented } from 'antd'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { CellEditor } from '../../cells/CellEditor.tsx'
import type { Draft } from '../../cells/cellEdit.ts'
import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { useT } from '../../ui/lang.ts'
import type { BulkForm } from './bulkForm.ts'

type ActionFieldsProps = {
  column: Column
  form: BulkForm
  problem: string | null
  onChange: (form: BulkForm) => void
  onDraft: (draft: Draft) => void
}

/** What an action needs to know: a value with the column's own editor, another column, a number, a text. */
export function ActionFields({ column, form, problem, onChange, onDraft }: ActionFieldsProps) {
  const base = useBase()
  const t = useT()
  switch (form.kind) {
    case 'set':
    case 'addOptions':
    case 'removeOptions':
    case 'link':
      return (
        <div className="bulk-dialog__field">
          <span>{t('bulk.value')}</span>
          <div className="bulk-dialog__value">
            <CellEditor
              key={`${column.id}-${form.kind}`}
              column={column}
              value={form.edit?.kind === 'value' ? form.edit.value : null}
              rowId={null}
              typed={null}
              label={t('bulk.value')}
              onDraft={onDraft}
              onDone={onDraft}
            />
          </div>
          {problem === null ? null : (
            <span className="bulk-dialog__problem" role="alert">
              {problem}
            </span>
          )}
        </div>
      )
    case 'copy':
      return (
        <div className="bulk-dialog__field">
          <span>{t('bulk.from')}</span>
          <ColumnSelect
            wide
            columns={base.columnsOf(column.tableId).filter((other) => other.id !== column.id && holdsValues(other.type))}
            value={form.fromColumnId}
            onChange={(fromColumnId) => onChange({ ...form, fromColumnId })}
          />
        </div>
      )
    case 'calculate': {
      const isDate = column.type === 'date' || column.type === 'dateTime'
      return (
        <div className="bulk-dialog__line">
          {isDate ? (
            <span>{t('bulk.addDays')}</span>
          ) : (
            <Segmented
              value={form.operator}
              options={(['add', 'multiply'] as const).map((value) => ({ value, label: t(`bulk.${value}`) }))}
              onChange={(operator) => onChange({ ...form, operator })}
            />
          )}
          <InputNumber
            value={form.amount}
            aria-label={t('bulk.amount')}
            onChange={(amount) => onChange({ ...form, operator: isDate ? 'add' : form.operator, amount: typeof amount === 'number' ? amount : null })}
          />
        </div>
      )
    }
    case 'write':
      return (
        <div className="bulk-dialog__line">
          <Segmented
            value={form.place}
            options={(['before', 'after'] as const).map((value) => ({ value, label: t(`bulk.${value}`) }))}
            onChange={(place) => onChange({ ...form, place })}
          />
          <Input
            value={form.text}
            aria-label={t('bulk.text')}
            placeholder={t('bulk.text')}
            onChange={(event) => onChange({ ...form, text: event.target.value })}
          />
        </div>
      )
    default:
      return null
  }
}
