import { DownOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBase } from '../client/useBase.ts'
import { closeBase } from '../commands/closeBase.ts'
import type { Command } from '../commands/command.ts'
import { exportView } from '../commands/exportView.ts'
import { importFile } from '../commands/importFile.ts'
import { keysText } from '../commands/keys.ts'
import { newBase } from '../commands/newBase.ts'
import { openBase } from '../commands/openBase.ts'
import { keysOf, useRunCommand } from '../commands/useCommands.ts'
import { useT } from '../ui/lang.ts'
import { Seal } from '../ui/Seal.tsx'
import './baseMenu.css'
import { notifyError } from './notices.ts'
import { useAppState } from './settings.ts'

/** The name of the open base, and what can be done with the whole of it. */
export function BaseMenu({ folded }: { folded: boolean }) {
  const t = useT()
  const base = useBase()
  const run = useRunCommand()
  const app = useAppState().data
  const { path, name } = base.description

  const item = (command: Command, label: string) => ({
    key: command.id,
    label,
    extra: keysOf(command) === null ? undefined : keysText(keysOf(command) ?? '', app?.platform ?? ''),
    onClick: () => run(command),
  })
  const recent = (app?.recent ?? []).filter((one) => one.path !== path && !one.missing).slice(0, 6)
  const open = (recentPath: string) => void call('app.openBase', { path: recentPath }).catch((thrown: unknown) => notifyError(errorOf(thrown)))

  const items: MenuProps['items'] = [
    item(newBase, t('shell.newBase')),
    item(openBase, t('shell.openBase')),
    {
      key: 'recent',
      label: t('shell.recent'),
      disabled: recent.length === 0,
      children: recent.map((one) => ({ key: one.path, label: one.name, title: one.path, onClick: () => open(one.path) })),
    },
    { type: 'divider' },
    ...(base.readOnly ? [] : [item(importFile, t('shell.import'))]),
    item(exportView, t('shell.export')),
    { key: 'show', label: t('shell.showFile'), onClick: () => void call('app.showInFolder', { path }) },
    { type: 'divider' },
    item(closeBase, t('shell.closeBase')),
  ]

  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="base-menu" title={path} aria-label={name}>
        <Seal />
        {folded ? null : <span className="base-menu__name">{name}</span>}
        {folded ? null : <DownOutlined className="base-menu__caret" />}
      </button>
    </Dropdown>
  )
}
