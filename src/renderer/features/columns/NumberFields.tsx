import { AutoComplete, Checkbox, InputNumber, Segmented } from 'antd'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import type { NumberSettings } from '#shared/model/column.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

const formats = ['plain', 'percent', 'currency'] as const
const positions = ['before', 'after'] as const
const symbols = ['￥', '$', '€', '£', 'HK$', '₩', 'CNY', 'USD', 'EUR', 'JPY']

/** Format, decimals, separators and sign of a number, with an example of the result. */
export function NumberFields({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  const lang = useLang()
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
            <AutoComplete
              className="column-form__symbol"
              value={number.symbol}
              options={symbols.map((value) => ({ value }))}
              popupMatchSelectWidth={false}
              onChange={(symbol: string) => set({ symbol: symbol.slice(0, 4) })}
            />
          </Field>
        ) : null}
        {number.format === 'currency' ? (
          <Field label={t('columnTypes.number.position')} problems={problems} field={null}>
            <Segmented
              value={number.symbolPosition ?? 'before'}
              options={positions.map((value) => ({ value, label: t(`columnTypes.number.${value}`) }))}
              onChange={(symbolPosition) => set({ symbolPosition })}
            />
          </Field>
        ) : null}
        <Checkbox checked={number.thousands} onChange={(event) => set({ thousands: event.target.checked })}>
          {t('columnDialog.number.thousands')}
        </Checkbox>
        {number.format === 'percent' ? null : (
          <Checkbox checked={number.shorten === true} onChange={(event) => set({ shorten: event.target.checked })}>
            {t('columnTypes.number.shorten')}
          </Checkbox>
        )}
      </div>
      <p className="column-form__note">
        {t('columnDialog.number.example', {
          example: formatNumber(number.format === 'percent' ? 0.1234 : number.shorten === true ? 123_456_789 : 1234.5, number, lang),
        })}
      </p>
    </>
  )
}
