import { useT } from '../../ui/lang.ts'
import { Chip } from '../../ui/Chip.tsx'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** One of the options; choosing the chosen one takes it away. */
export function SingleSelectEditor({ column, value, typed, label, onDone }: EditorProps) {
  const t = useT()
  if (column.type !== 'singleSelect') return null
  const choices = column.settings.options.map(({ id, name, color }) => ({
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
      emptyText={t('grid.noOption')}
      onChoose={(id) => onDone(draftOf(id === value ? null : id))}
    />
  )
}
