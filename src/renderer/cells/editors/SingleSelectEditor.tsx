import { useT } from '../../ui/lang.ts'
import { offeredOptions } from '#shared/model/columns/cascade.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** One of the options; choosing the chosen one takes it away. */
export function SingleSelectEditor({ column, value, cellOf, typed, label, onDone }: EditorProps) {
  const t = useT()
  const base = useBase()
  if (column.type !== 'singleSelect') return null
  const { cascade, options } = column.settings
  const parent = base.column(cascade?.parentColumnId ?? 0)
  const hasParent = parent !== undefined && cellOf !== undefined
  const parentValue = hasParent ? cellOf(parent.id) : null
  const choices = (hasParent ? offeredOptions(column.settings, parentValue) : options).map(({ id, name, color }) => ({
    id,
    text: name,
    view: <Chip color={color}>{name}</Chip>,
  }))
  return (
    <OptionList
      choices={choices}
      chosen={new Set(typeof value === 'number' ? [value] : [])}
      typed={typed}
      label={label}
      placeholder={t('grid.findOption')}
      emptyText={hasParent && parentValue === null ? t('columnTypes.cascade.chooseParent', { parent: parent.name }) : t('grid.noOption')}
      onChoose={(id) => onDone(draftOf(id === value ? null : id))}
    />
  )
}
