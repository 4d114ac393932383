import { Select } from 'antd'
import { formatDateTimeAs, formatDayAs } from '#shared/lib/formatDate.ts'
import { dateFormats } from '#shared/model/column.ts'
import { useToday } from '../../client/useToday.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

/** How days are shown, each way with today as its example. */
export function DateFields({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  const today = useToday()
  const shown = form.type === 'dateTime' ? formatDateTimeAs : formatDayAs
  const example = form.type === 'dateTime' ? `${today}T14:30` : today
  return (
    <Field
      label={t('columnTypes.date.format')}
      problems={problems}
      field={null}
      {...(form.dateFormat === 'chineseShort' ? { note: t('columnTypes.date.noYear') } : {})}
    >
      <Select
        value={form.dateFormat}
        options={dateFormats.map((format) => ({ value: format, label: shown(example, format) }))}
        onChange={(dateFormat) => onChange({ ...form, dateFormat })}
      />
    </Field>
  )
}
