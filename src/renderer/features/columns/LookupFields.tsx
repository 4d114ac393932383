import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { useT } from '../../ui/lang.ts'
import { canTarget, columnsBehind, tableBehind } from './columnForm.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'
import { ThroughLink } from './ThroughLink.tsx'

/** A link, and the column of the linked rows to show. */
export function LookupFields({ form, tableId, problems, onChange }: SettingsProps) {
  const base = useBase()
  const t = useT()
  const { lookup } = form
  const targets = columnsBehind(lookup.linkColumnId, base.description).filter((column) => canTarget(base.shown(column), 'latest'))
  return (
    <>
      <ThroughLink
        tableId={tableId}
        value={lookup.linkColumnId}
        problems={problems}
        onChange={(linkColumnId) => onChange({ ...form, lookup: { linkColumnId, targetColumnId: null } })}
      />
      {lookup.linkColumnId === null ? null : (
        <Field
          label={t('columnDialog.lookup.target', { table: tableBehind(lookup.linkColumnId, base.description) })}
          problems={problems}
          field="target"
        >
          <ColumnSelect
            wide
            columns={targets}
            value={lookup.targetColumnId}
            onChange={(targetColumnId) => onChange({ ...form, lookup: { ...lookup, targetColumnId } })}
          />
        </Field>
      )}
    </>
  )
}
