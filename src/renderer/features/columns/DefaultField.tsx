import { Select } from 'antd'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { Preset } from '#shared/model/columnRules.ts'
import { canDefault, momentPresets } from '#shared/model/columns/defaults.ts'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { useBase } from '../../client/useBase.ts'
import { useToday } from '../../client/useToday.ts'
import { useT } from '../../ui/lang.ts'
import { draftColumn } from './draftColumn.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'
import { ValueInput } from './ValueInput.tsx'

/** What new rows get in this column without anybody typing. */
export function DefaultField({ form, tableId, problems, onChange }: SettingsProps) {
  const t = useT()
  const column = draftColumn(form, tableId)
  if (column === null || !canDefault(form.type)) return null
  const setValue = (value: CellValue) => onChange({ ...form, preset: value === null ? null : { kind: 'value', value } })
  return (
    <Field label={t('columnTypes.default.label')} problems={problems} field={null} note={t('columnTypes.default.note')}>
      <DefaultInput key={form.type} column={column} preset={form.preset} onPreset={(preset) => onChange({ ...form, preset })} onValue={setValue} />
    </Field>
  )
}

type DefaultInputProps = { column: Column; preset: Preset | null; onPreset: (preset: Preset | null) => void; onValue: (value: CellValue) => void }

function DefaultInput({ column, preset, onPreset, onValue }: DefaultInputProps) {
  const t = useT()
  const { members } = useBase()
  const value = preset?.kind === 'value' ? preset.value : null
  const label = t('columnTypes.default.label')
  switch (column.type) {
    case 'singleSelect':
    case 'multipleSelect': {
      const isMany = column.type === 'multipleSelect'
      const options = column.settings.options.map(({ id, name }) => ({ value: id, label: name }))
      return (
        <Select
          {...(isMany ? { mode: 'multiple' as const } : {})}
          allowClear
          aria-label={label}
          placeholder={t('columnTypes.default.none')}
          value={readIds(value)}
          options={options}
          onChange={(chosen: number[] | number | undefined) => onValue(Array.isArray(chosen) ? writeIds(chosen) : (chosen ?? null))}
        />
      )
    }
    case 'checkbox':
      return (
        <KindSelect
          label={label}
          chosen={value === 1 ? 1 : 0}
          choices={[
            [0, t('common.no')],
            [1, t('common.yes')],
          ]}
          onChoose={(yes) => onValue(yes === 1 ? 1 : null)}
        />
      )
    case 'member':
    case 'members': {
      const me = -1
      const ids = members.filter(({ active }) => active).map(({ id, name }) => [id, name] as const)
      const chosen = preset?.kind === 'me' ? me : (readIds(value)[0] ?? 0)
      const choose = (id: number) => {
        if (id === me) onPreset({ kind: 'me' })
        else onValue(id === 0 ? null : column.type === 'members' ? writeIds([id]) : id)
      }
      return (
        <KindSelect
          label={label}
          chosen={chosen}
          choices={[[0, t('columnTypes.default.none')], [me, t('columnTypes.default.me')], ...ids]}
          onChoose={choose}
        />
      )
    }
    case 'date':
    case 'dateTime':
      return <DayDefault column={column} preset={preset} label={label} onPreset={onPreset} onValue={onValue} />
    default:
      return <ValueInput column={column} value={value} label={label} onChange={onValue} />
  }
}

/** Nothing, the moment itself, or a fixed day. */
function DayDefault({ column, preset, label, onPreset, onValue }: DefaultInputProps & { label: string }) {
  const t = useT()
  const today = useToday()
  const kinds = ['none', ...momentPresets(column.type), 'value'] as const
  const names = { none: 'none', today: 'today', now: 'now', me: 'me', value: 'other' } as const
  const choose = (place: number) => {
    const kind = kinds[place]
    if (kind === 'today' || kind === 'now') onPreset({ kind })
    else onValue(kind === 'value' ? (column.type === 'date' ? today : `${today}T09:00`) : null)
  }
  return (
    <div className="column-form__row">
      <KindSelect
        label={label}
        chosen={kinds.findIndex((kind) => kind === (preset?.kind ?? 'none'))}
        choices={kinds.map((kind, place) => [place, t(`columnTypes.default.${names[kind]}`)])}
        onChoose={choose}
      />
      {preset?.kind === 'value' ? <ValueInput column={column} value={preset.value} label={label} onChange={onValue} /> : null}
    </div>
  )
}

type KindSelectProps = { label: string; chosen: number; choices: readonly (readonly [id: number, name: string])[]; onChoose: (id: number) => void }

function KindSelect({ label, chosen, choices, onChoose }: KindSelectProps) {
  return <Select aria-label={label} value={chosen} options={choices.map(([value, name]) => ({ value, label: name }))} onChange={onChoose} />
}
