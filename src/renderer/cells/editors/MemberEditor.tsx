import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { newMember } from '../../client/newMember.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** One of the people of the team, or one more; those who left stay only where they already are. */
export function MemberEditor({ value, typed, label, onDraft, onDone }: EditorProps) {
  const t = useT()
  const lang = useLang()
  const { members } = useBase()
  const [text, setText] = useState(typed ?? '')
  const name = text.trim()
  const choices = members.filter((member) => (member.active || member.id === value) && member.name.toLowerCase().includes(name.toLowerCase()))
  const isNew = name !== '' && members.every((member) => member.name.trim() !== name)
  const create = async () => {
    try {
      const member = await call('members.create', newMember(name, members))
      onDone(draftOf(member.id))
    } catch (thrown) {
      onDraft({ edit: null, problem: errorOf(thrown).message[lang] })
    }
  }
  return (
    <OptionList
      choices={choices.map((member) => ({
        id: member.id,
        text: member.name,
        view: (
          <Chip color={member.color} dot>
            {member.name}
          </Chip>
        ),
      }))}
      chosen={new Set(typeof value === 'number' ? [value] : [])}
      typed={typed}
      label={label}
      placeholder={t(members.length === 0 ? 'grid.nameMember' : 'grid.findMember')}
      emptyText={t(members.length === 0 ? 'grid.noMembers' : 'grid.noMember')}
      onSearch={setText}
      onEnter={() => {
        if (isNew) void create()
        return isNew
      }}
      onChoose={(id) => onDone(draftOf(id === value ? null : id))}
      after={
        isNew ? (
          <button
            type="button"
            className="option-list__create"
            onMouseDown={(event) => {
              event.preventDefault()
              void create()
            }}
          >
            <PlusOutlined /> {t('grid.createMember', { name })}
          </button>
        ) : null
      }
    />
  )
}
