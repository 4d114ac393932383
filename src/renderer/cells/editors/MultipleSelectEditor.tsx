import { readIds, writeIds } from '#shared/model/idList.ts'
import { useState } from 'react'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** Any of the options; each choice adds it or takes it away. */
export function MultipleSelectEditor({ column, value, typed, label, onDraft }: EditorProps) {
  const t = useT()
  const [ids, setIds] = useState(() => readIds(value))
  if (column.type !== 'multipleSelect') return null
  const { options } = column.settings

  const change = (next: number[]) => {
    setIds(next)
    onDraft(draftOf(writeIds(next)))
  }
  const toggle = (id: number) => change(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])

  return (
    <OptionList
      choices={options.map(({ id, name, color }) => ({ id, text: name, view: <Chip color={color}>{name}</Chip> }))}
      chosen={new Set(ids)}
      typed={typed}
      label={label}
      placeholder={ids.length === 0 ? t('grid.findOption') : ''}
      emptyText={t('grid.noOption')}
      onChoose={toggle}
      onBack={() => change(ids.slice(0, -1))}
      before={ids.map((id) => {
        const option = options.find((one) => one.id === id)
        return option === undefined ? null : (
          <Chip key={id} color={option.color}>
            {option.name}
          </Chip>
        )
      })}
    />
  )
}
