import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { newMember } from '../../client/newMember.ts'
import { useBase } from '../../client/useBase.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { MemberLine } from './MemberLine.tsx'
import './membersDialog.css'

const nobody = 0

/** The people of the team: add, rename, deactivate; and which of them is at the keyboard. */
export function MembersDialog({ onClose }: { onClose: () => void }) {
  const base = useBase()
  const t = useT()
  const { actorId } = base.description
  const [typed, setTyped] = useState('')
  const [taken, setTaken] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const isTaken = (name: string, ownId: number | null) => base.members.some((member) => member.id !== ownId && member.name.trim() === name.trim())
  const attempt = (work: Promise<unknown>) => {
    setError(null)
    void work.catch((thrown: unknown) => setError(errorOf(thrown)))
  }

  const add = () => {
    const name = typed.trim()
    setTaken(name !== '' && isTaken(name, null))
    if (name === '' || isTaken(name, null)) return
    setTyped('')
    attempt(call('members.create', newMember(name, base.members)))
  }
  const choose = (id: number) => {
    const memberId = id === nobody ? null : id
    attempt(call('base.setActor', { memberId }))
  }

  return (
    <Modal open centered destroyOnHidden width={480} title={t('members.title')} onCancel={onClose} footer={null}>
      <div className="members">
        <p className="members__note">{t('members.lead')}</p>
        <ul className="members__list">
          {base.members.length === 0 ? <li className="members__note">{t('members.none')}</li> : null}
          {base.members.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              isTaken={(name) => isTaken(name, member.id)}
              onChange={(changed) => attempt(call('members.update', changed))}
              readOnly={base.readOnly}
            />
          ))}
        </ul>
        {base.readOnly ? null : (
          <Input
            value={typed}
            aria-label={t('members.add')}
            placeholder={t('members.addPlaceholder')}
            status={taken ? 'error' : ''}
            onChange={(event) => {
              setTyped(event.target.value)
              setTaken(false)
            }}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) add()
            }}
            onBlur={add}
          />
        )}
        {taken ? (
          <p className="members__problem" role="alert">
            {t('members.problem.taken')}
          </p>
        ) : null}
        {error === null ? null : <ErrorNote error={error} />}
        <label className="members__me">
          <span>{t('members.me')}</span>
          <Select
            value={actorId ?? nobody}
            options={[
              { value: nobody, label: t('members.nobody') },
              ...base.members.filter((member) => member.active).map((member) => ({ value: member.id, label: member.name })),
            ]}
            onChange={choose}
          />
        </label>
        <p className="members__note">{t('members.meText')}</p>
      </div>
    </Modal>
  )
}
