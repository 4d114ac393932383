import { dateTermSchema } from '#shared/model/dateTerm.ts'
import { useT } from '#renderer/ui/lang.ts'
import { DateTermField } from './DateTermField.tsx'
import { endsOf } from './NumberField.tsx'

type DateSpanFieldProps = { value: unknown; onChange: (value: unknown) => void }

/** Two days, both of which count. */
export function DateSpanField({ value, onChange }: DateSpanFieldProps) {
  const t = useT()
  const { from, to } = endsOf(value)
  return (
    <span className="condition-line__span">
      <span className="condition-line__field">
        <small>{t('filter.from')}</small>
        <DateTermField value={dateTermSchema.safeParse(from).data ?? null} onChange={(next) => onChange({ from: next, to })} />
      </span>
      <span className="condition-line__field">
        <small>{t('filter.to')}</small>
        <DateTermField value={dateTermSchema.safeParse(to).data ?? null} onChange={(next) => onChange({ from, to: next })} />
      </span>
    </span>
  )
}
