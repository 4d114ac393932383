import { Checkbox, Input, InputNumber, Segmented } from 'antd'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import type { NumberSettings } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

const formats = ['plain', 'percent', 'currency'] as const

/** Format, decimals, separators and sign of a number, with an example of the result. */
export function NumberFields({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  const { number } = form
  const set = (change: Partial<NumberSettings>) => onChange({ ...form, number: { ...number, ...change } })
  const setFormat = (format: NumberSettings['format']) =>
    set({
      format,
      decimals: format === 'currency' ? 2 : number.format === 'currency' ? 0 : number.decimals,
      thousands: format === 'currency' || number.thousands,
    })
  return (
    <>
      <Field label={t('columnDialog.number.format')} problems={problems} field={null}>
        <Segmented
          value={number.format}
          options={formats.map((format) => ({ value: format, label: t(`columnDialog.number.${format}`) }))}
          onChange={setFormat}
        />
      </Field>
      <div className="column-form__row">
        <Field label={t('columnDialog.number.decimals')} problems={problems} field={null}>
          <InputNumber min={0} max={10} precision={0} value={number.decimals} onChange={(decimals) => set({ decimals: decimals ?? 0 })} />
        </Field>
        {number.format === 'currency' ? (
          <Field label={t('columnDialog.number.symbol')} problems={problems} field={null}>
            <Input className="column-form__symbol" maxLength={4} value={number.symbol} onChange={(event) => set({ symbol: event.target.value })} />
          </Field>
        ) : null}
        <Checkbox checked={number.thousands} onChange={(event) => set({ thousands: event.target.checked })}>
          {t('columnDialog.number.thousands')}
        </Checkbox>
      </div>
      <p className="column-form__note">
        {t('columnDialog.number.example', { example: formatNumber(number.format === 'percent' ? 0.1234 : 1234.5, number) })}
      </p>
    </>
  )
}
