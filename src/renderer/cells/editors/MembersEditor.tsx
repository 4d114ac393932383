import { useState } from 'react'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** Any of the people of the team; each choice adds one or takes them away. Those who left stay only where they are. */
export function MembersEditor({ value, typed, label, onDraft }: EditorProps) {
  const t = useT()
  const { members } = useBase()
  const [ids, setIds] = useState(() => readIds(value))
  const before = readIds(value)

  const change = (next: number[]) => {
    setIds(next)
    onDraft(draftOf(writeIds(next)))
  }
  const view = ({ name, color }: { name: string; color: string }) => (
    <Chip color={color} dot>
      {name}
    </Chip>
  )
  return (
    <OptionList
      choices={members
        .filter(({ id, active }) => active || before.includes(id))
        .map((member) => ({ id: member.id, text: member.name, view: view(member) }))}
      chosen={new Set(ids)}
      typed={typed}
      label={label}
      placeholder={ids.length === 0 ? t('grid.findMember') : ''}
      emptyText={t(members.length === 0 ? 'grid.noMembers' : 'grid.noMember')}
      onChoose={(id) => change(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])}
      onBack={() => change(ids.slice(0, -1))}
      before={ids.map((id) => {
        const member = members.find((one) => one.id === id)
        return member === undefined ? null : <span key={id}>{view(member)}</span>
      })}
    />
  )
}
