import { Select } from 'antd'
import { keptCascade } from '#shared/model/columns/cascade.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

/** On which other single select the offered options depend, and which go with each of its options. */
export function CascadeFields({ form, tableId, column, problems, onChange }: SettingsProps) {
  const base = useBase()
  const t = useT()
  const parents = base.columnsOf(tableId).filter((other) => other.type === 'singleSelect' && other.id !== column?.id)
  const { cascade } = form
  const parent = parents.find(({ id }) => id === cascade?.parentColumnId)
  if (parents.length === 0) return null
  const choose = (parentColumnId: number) => onChange({ ...form, cascade: parentColumnId === 0 ? null : { parentColumnId, offered: {} } })
  return (
    <>
      <Field label={t('columnTypes.cascade.parent')} problems={problems} field={null}>
        <Select
          value={parent?.id ?? 0}
          options={[{ value: 0, label: t('columnTypes.cascade.none') }, ...parents.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={choose}
        />
      </Field>
      {cascade === null || parent?.type !== 'singleSelect' ? null : (
        <div className="cascade-fields">
          <span className="field__note">{t('columnTypes.cascade.note', { parent: parent.name })}</span>
          {parent.settings.options.map(({ id, name, color }) => (
            <div key={id} className="cascade-fields__line">
              <Chip color={color} title={name}>
                {name}
              </Chip>
              <Select
                mode="multiple"
                size="small"
                aria-label={t('columnTypes.cascade.offered', { name })}
                placeholder={t('columnTypes.cascade.nothing')}
                value={keptCascade(cascade, parent.settings.options, form.options).offered[String(id)] ?? []}
                showSearch={{ optionFilterProp: 'label' }}
                options={form.options.map((option) => ({ value: option.id, label: option.name }))}
                onChange={(ids: number[]) => onChange({ ...form, cascade: { ...cascade, offered: { ...cascade.offered, [String(id)]: ids } } })}
              />
            </div>
          ))}
        </div>
      )}
    </>
  )
}
