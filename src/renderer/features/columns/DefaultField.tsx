import { canDefault } from '#shared/model/columns/defaults.ts'
import { useT } from '../../ui/lang.ts'
import { draftColumn } from './draftColumn.ts'
import { Field } from './Field.tsx'
import { PresetInput } from './PresetInput.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

/** What new rows get in this column without anybody typing. */
export function DefaultField({ form, tableId, problems, onChange }: SettingsProps) {
  const t = useT()
  const column = draftColumn(form, tableId)
  if (column === null || !canDefault(form.type)) return null
  const words = {
    none: t('columnTypes.default.none'),
    me: t('columnTypes.default.me'),
    today: t('columnTypes.default.today'),
    now: t('columnTypes.default.now'),
  }
  return (
    <Field label={t('columnTypes.default.label')} problems={problems} field={null} note={t('columnTypes.default.note')}>
      <PresetInput
        key={form.type}
        column={column}
        preset={form.preset}
        label={t('columnTypes.default.label')}
        words={words}
        onPreset={(preset) => onChange({ ...form, preset })}
      />
    </Field>
  )
}
