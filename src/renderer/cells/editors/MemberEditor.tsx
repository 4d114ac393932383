import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** One of the people of the team; those who left stay only where they already are. */
export function MemberEditor({ value, typed, label, onDone }: EditorProps) {
  const t = useT()
  const { members } = useBase()
  return (
    <OptionList
      choices={members
        .filter((member) => member.active || member.id === value)
        .map(({ id, name, color }) => ({
          id,
          text: name,
          view: (
            <Chip color={color} dot>
              {name}
            </Chip>
          ),
        }))}
      chosen={new Set(typeof value === 'number' ? [value] : [])}
      typed={typed}
      label={label}
      placeholder={t('grid.findMember')}
      emptyText={t('grid.noMember')}
      onChoose={(id) => onDone(draftOf(id === value ? null : id))}
    />
  )
}
