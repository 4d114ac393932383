import { Button, Input } from 'antd'
import { autoNumberText } from '#shared/lib/autoNumber.ts'
import { useToday } from '../../client/useToday.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

const parts = [
  { key: 'year', text: '{yyyy}' },
  { key: 'month', text: '{yyyyMM}' },
  { key: 'day', text: '{yyyyMMdd}' },
  { key: 'counter', text: '{0001}' },
] as const

/** How an automatic number is written, with what the next one looks like. */
export function PatternField({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  const today = useToday()
  return (
    <>
      <Field
        label={t('columnDialog.pattern.label')}
        problems={problems}
        field="pattern"
        note={t('columnDialog.pattern.example', { example: autoNumberText(form.pattern, today, 1) })}
      >
        <Input value={form.pattern} onChange={(event) => onChange({ ...form, pattern: event.target.value })} />
      </Field>
      <div className="column-form__row">
        <small>{t('columnDialog.pattern.insert')}</small>
        {parts.map(({ key, text }) => (
          <Button key={key} size="small" onClick={() => onChange({ ...form, pattern: form.pattern + text })}>
            {t(`columnDialog.pattern.${key}`)}
          </Button>
        ))}
      </div>
    </>
  )
}
