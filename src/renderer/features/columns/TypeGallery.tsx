import type { ColumnType } from '#shared/model/column.ts'
import { classes } from '../../ui/classes.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../ui/lang.ts'
import { typeGroups } from './columnForm.ts'

/** All types a column can have, each with its sign and a line on what it is for. */
export function TypeGallery({ value, onChange }: { value: ColumnType; onChange: (type: ColumnType) => void }) {
  const t = useT()
  return (
    <div className="type-gallery" role="radiogroup" aria-label={t('columnDialog.type')}>
      {typeGroups.map(({ group, types }) => (
        <section key={group}>
          <h3>{t(`columnDialog.group.${group}`)}</h3>
          <div className="type-gallery__types">
            {types.map((type) => (
              <button
                key={type}
                type="button"
                role="radio"
                aria-checked={type === value}
                className={classes('type-gallery__type', type === value && 'type-gallery__type--chosen')}
                onClick={() => onChange(type)}
              >
                <ColumnTypeIcon type={type} />
                <span>{t(`columns.type.${type}`)}</span>
                <small>{t(`columnDialog.about.${type}`)}</small>
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
