import { InputNumber, Segmented } from 'antd'
import { ratingIcons, type RatingSettings } from '#shared/model/column.ts'
import { useT } from '../../ui/lang.ts'
import { Rating, RatingSign } from '../../ui/Rating.tsx'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

/** The sign, and the most of them a row can get. */
export function RatingFields({ form, problems, onChange }: SettingsProps) {
  const t = useT()
  const { rating } = form
  const set = (change: Partial<RatingSettings>) => onChange({ ...form, rating: { ...rating, ...change } })
  return (
    <>
      <div className="column-form__row">
        <Field label={t('columnTypes.rating.icon')} problems={problems} field={null}>
          <Segmented
            value={rating.icon}
            options={ratingIcons.map((icon) => ({ value: icon, label: <RatingSign icon={icon} on />, title: t(`columnTypes.rating.${icon}`) }))}
            onChange={(icon) => set({ icon })}
          />
        </Field>
        <Field label={t('columnTypes.rating.max')} problems={problems} field={null}>
          <InputNumber min={1} max={10} precision={0} value={rating.max} onChange={(max) => set({ max: max ?? 5 })} />
        </Field>
      </div>
      <p className="column-form__note">
        <Rating count={Math.ceil(rating.max / 2)} max={rating.max} icon={rating.icon} />
      </p>
    </>
  )
}
