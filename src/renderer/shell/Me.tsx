import { UserOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBase } from '../client/useBase.ts'
import { openMembers } from '../commands/openMembers.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { useT } from '../ui/lang.ts'
import { notifyError } from './notices.ts'

/** Who is at the keyboard: the author of changes, and "me" in filters. */
export function Me({ folded }: { folded: boolean }) {
  const t = useT()
  const base = useBase()
  const run = useRunCommand()
  const { actorId } = base.description
  const me = base.member(actorId ?? 0)
  const choose = (memberId: number | null) => void call('base.setActor', { memberId }).catch((thrown: unknown) => notifyError(errorOf(thrown)))

  const items: MenuProps['items'] = [
    ...base.members.filter(({ active }) => active).map(({ id, name }) => ({ key: id, label: name, onClick: () => choose(id) })),
    { type: 'divider' },
    { key: 'manage', label: t('shell.manageMembers'), onClick: () => run(openMembers) },
  ]
  const name = me?.name ?? t('shell.nobody')
  return (
    <Dropdown menu={{ items, selectedKeys: actorId === null ? [] : [String(actorId)] }} trigger={['click']} placement="topLeft">
      <button type="button" className="side-bar__item side-bar__item--me" aria-label={`${t('shell.me')} ${name}`}>
        <span className="side-bar__icon">
          <UserOutlined />
        </span>
        {folded ? null : (
          <span className="side-bar__label">
            <span className="side-bar__count">{t('shell.me')} </span>
            {name}
          </span>
        )}
      </button>
    </Dropdown>
  )
}
