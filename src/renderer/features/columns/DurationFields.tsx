import { Segmented } from 'antd'
import { formatDuration } from '#shared/lib/duration.ts'
import { durationSettingsSchema } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

const formats = durationSettingsSchema.shape.format.options

/** Whether a time span shows its seconds. */
export function DurationFields({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  return (
    <Field label={t('columnDialog.number.format')} problems={problems} field={null} note={t('columnTypes.duration.hint')}>
      <Segmented
        value={form.duration.format}
        options={formats.map((format) => ({ value: format, label: formatDuration(5415, format) }))}
        onChange={(format) => onChange({ ...form, duration: { format } })}
      />
    </Field>
  )
}
