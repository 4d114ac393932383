import { Button, Input, Tooltip } from 'antd'
import { useState } from 'react'
import type { Member } from '#shared/model/member.ts'
import { classes } from '../../ui/classes.ts'
import { ColorChoice } from '../../ui/ColorChoice.tsx'
import { useT } from '../../ui/lang.ts'

type MemberChange = Pick<Member, 'id' | 'name' | 'color' | 'active'>
type MemberLineProps = { member: Member; isTaken: (name: string) => boolean; onChange: (changed: MemberChange) => void; readOnly: boolean }

/** One member: colour, name, and whether still with the team. */
export function MemberLine({ member, isTaken, onChange, readOnly }: MemberLineProps) {
  const t = useT()
  const [name, setName] = useState(member.name)
  const change = (changed: Partial<MemberChange>) =>
    onChange({ id: member.id, name: member.name, color: member.color, active: member.active, ...changed })
  const problem = name.trim() === '' ? t('members.problem.empty') : isTaken(name) ? t('members.problem.taken') : null
  const save = () => {
    if (problem !== null) setName(member.name)
    else if (name.trim() !== member.name) change({ name: name.trim() })
  }
  return (
    <li className={classes('member-line', !member.active && 'member-line--inactive')}>
      <ColorChoice color={member.color} label={t('members.color', { name: member.name })} onChoose={(color) => change({ color })} />
      <Input
        variant="borderless"
        disabled={readOnly}
        value={name}
        status={problem === null ? '' : 'error'}
        aria-label={t('members.name', { name: member.name })}
        onChange={(event) => setName(event.target.value)}
        onBlur={save}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) event.currentTarget.blur()
        }}
      />
      {member.active ? null : <small>{t('members.inactive')}</small>}
      {readOnly ? null : (
        <Tooltip title={member.active ? t('members.deactivateText') : undefined} mouseEnterDelay={0.5}>
          <Button type="text" size="small" onClick={() => change({ active: !member.active })}>
            {member.active ? t('members.deactivate') : t('members.activate')}
          </Button>
        </Tooltip>
      )}
      {problem === null ? null : (
        <span className="members__problem" role="alert">
          {problem}
        </span>
      )}
    </li>
  )
}
