import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { useT } from '#renderer/ui/lang.ts'

type IdsFieldProps = { column: Column; value: readonly number[]; onChange: (ids: number[]) => void }

/** Options, members or linked rows to choose several of. */
export function IdsField(props: IdsFieldProps) {
  const { column } = props
  const { members } = useBase()
  switch (column.type) {
    case 'singleSelect':
    case 'multipleSelect':
      return <ChipSelect {...props} choices={column.settings.options} dot={false} />
    case 'link':
      return <LinkedSelect {...props} otherTableId={column.settings.otherTableId} />
    default:
      return <ChipSelect {...props} choices={members} dot />
  }
}

type ChipSelectProps = IdsFieldProps & { choices: readonly { id: number; name: string; color: string }[]; dot: boolean }

function ChipSelect({ value, onChange, choices, dot }: ChipSelectProps) {
  const t = useT()
  return (
    <Select
      mode="multiple"
      size="small"
      className="condition-line__field"
      placeholder={t('grid.value')}
      value={[...value]}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'name' }}
      options={choices.map(({ id, name, color }) => ({
        value: id,
        name,
        label: (
          <Chip color={color} dot={dot}>
            {name}
          </Chip>
        ),
      }))}
      onChange={onChange}
    />
  )
}

function LinkedSelect({ value, onChange, otherTableId }: IdsFieldProps & { otherTableId: number }) {
  const t = useT()
  const [text, setText] = useState('')
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map())
  const found = useOperation('rows.find', { tableIds: [otherTableId], text, limit: 30 }, { keepPrevious: true })
  const rows = found.data ?? []
  const options = [
    ...rows.map((row) => ({ value: row.id, label: row.title })),
    ...value.flatMap((id) => (rows.some((row) => row.id === id) ? [] : [{ value: id, label: names.get(id) ?? `#${id}` }])),
  ]
  return (
    <Select
      mode="multiple"
      size="small"
      className="condition-line__field"
      placeholder={t('grid.value')}
      value={[...value]}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
      onChange={(ids: number[]) => {
        setNames(new Map([...names, ...rows.map((row) => [row.id, row.title] as const)]))
        onChange(ids)
      }}
    />
  )
}
