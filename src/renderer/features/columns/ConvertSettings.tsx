import { Checkbox } from 'antd'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { useT } from '../../ui/lang.ts'
import type { ConvertForm } from './convertForm.ts'
import { Field } from './Field.tsx'
import { SettingsFields } from './SettingsFields.tsx'

type ConvertSettingsProps = { column: Column; form: ConvertForm; onChange: (form: ConvertForm) => void }

/** What the new type lets a person set, and how cells find their options or rows. */
export function ConvertSettings({ column, form, onChange }: ConvertSettingsProps) {
  const base = useBase()
  const t = useT()
  const { type, link } = form.column
  if (type === 'singleSelect' || type === 'multipleSelect') {
    // One kind of choice becomes the other with the options it has.
    if (column.type === 'singleSelect' || column.type === 'multipleSelect') return null
    return (
      <Checkbox checked={form.makeOptions} onChange={(event) => onChange({ ...form, makeOptions: event.target.checked })}>
        {t('convert.makeOptions')}
      </Checkbox>
    )
  }
  const table = link.otherTableId === null ? undefined : base.table(link.otherTableId)
  return (
    <div className="convert-dialog__settings">
      <SettingsFields
        form={form.column}
        tableId={column.tableId}
        column={null}
        problems={[]}
        onChange={(changed) =>
          onChange({ ...form, column: changed, matchColumnId: changed.link.otherTableId === link.otherTableId ? form.matchColumnId : null })
        }
      />
      {type !== 'link' || table === undefined ? null : (
        <>
          <Field label={t('convert.match')} problems={[]} field={null} note={t('convert.matchText')}>
            <ColumnSelect
              wide
              columns={base.columnsOf(table.id).filter((each) => each.type !== 'link' && holdsValues(each.type))}
              value={form.matchColumnId ?? table.primaryColumnId}
              onChange={(matchColumnId) => onChange({ ...form, matchColumnId })}
            />
          </Field>
          <Checkbox checked={form.createMissing} onChange={(event) => onChange({ ...form, createMissing: event.target.checked })}>
            {t('convert.createMissing', { table: table.name })}
          </Checkbox>
        </>
      )}
    </div>
  )
}
