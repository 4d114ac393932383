import { Select } from 'antd'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { Preset } from '#shared/model/columnRules.ts'
import { momentPresets } from '#shared/model/columns/defaults.ts'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { useBase } from '../../client/useBase.ts'
import { useToday } from '../../client/useToday.ts'
import { useT } from '../../ui/lang.ts'
import { ValueInput } from './ValueInput.tsx'

type PresetInputProps = {
  column: Column
  preset: Preset | null
  label: string
  /** What the choices besides a plain value are called here. */
  words: { none: string; me: string; today: string; now: string }
  onPreset: (preset: Preset | null) => void
}

/** A value of a column, or what today, now and the person at the keyboard are when it is needed; null for nothing. */
export function PresetInput({ column, preset, label, words, onPreset }: PresetInputProps) {
  const t = useT()
  const { members } = useBase()
  const value = preset?.kind === 'value' ? preset.value : null
  const onValue = (chosen: CellValue) => onPreset(chosen === null ? null : { kind: 'value', value: chosen })
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
          placeholder={words.none}
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
      return <KindSelect label={label} chosen={chosen} choices={[[0, words.none], [me, words.me], ...ids]} onChoose={choose} />
    }
    case 'date':
    case 'dateTime':
      return <DayInput column={column} preset={preset} label={label} words={words} onPreset={onPreset} />
    default:
      return <ValueInput column={column} value={value} label={label} placeholder={words.none} onChange={onValue} />
  }
}

/** Nothing, the moment itself, or a fixed day. */
function DayInput({ column, preset, label, words, onPreset }: PresetInputProps) {
  const t = useT()
  const today = useToday()
  const kinds = ['none', ...momentPresets(column.type), 'value'] as const
  const names = { ...words, value: t('columnTypes.default.other') }
  const setValue = (value: CellValue) => onPreset(value === null ? null : { kind: 'value', value })
  const choose = (place: number) => {
    const kind = kinds[place]
    if (kind === 'today' || kind === 'now') onPreset({ kind })
    else setValue(kind === 'value' ? (column.type === 'date' ? today : `${today}T09:00`) : null)
  }
  return (
    <div className="column-form__row">
      <KindSelect
        label={label}
        chosen={kinds.findIndex((kind) => kind === (preset?.kind ?? 'none'))}
        choices={kinds.map((kind, place) => [place, names[kind]])}
        onChoose={choose}
      />
      {preset?.kind === 'value' ? <ValueInput column={column} value={preset.value} label={label} onChange={setValue} /> : null}
    </div>
  )
}

type KindSelectProps = { label: string; chosen: number; choices: readonly (readonly [id: number, name: string])[]; onChoose: (id: number) => void }

function KindSelect({ label, chosen, choices, onChoose }: KindSelectProps) {
  return <Select aria-label={label} value={chosen} options={choices.map(([value, name]) => ({ value, label: name }))} onChange={onChoose} />
}
