import {
  DoubleLeftOutlined,
  DoubleRightOutlined,
  FileTextOutlined,
  FundOutlined,
  HistoryOutlined,
  PartitionOutlined,
  SearchOutlined,
} from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { jump } from '../commands/jump.ts'
import { keysText } from '../commands/keys.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useT } from '../ui/lang.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { BaseMenu } from './BaseMenu.tsx'
import { LookSwitches } from './LookSwitches.tsx'
import { Me } from './Me.tsx'
import { useAppState, useChangeSettings } from './settings.ts'
import './sideBar.css'
import { useSlots } from './slots.ts'
import { useShell, type Screen } from './state.ts'

/** The base, its tables, and everything else there is to open. */
export function SideBar() {
  const t = useT()
  const app = useAppState().data
  const changeSettings = useChangeSettings()
  const run = useRunCommand()
  const { tables: Tables, report, analysis, history, schemes } = useSlots()
  const folded = app?.settings.sideBarFolded === true

  return (
    <nav className={classes('side-bar', folded && 'side-bar--folded')} aria-label={t('shell.tables')}>
      <BaseMenu folded={folded} />
      <SideBarButton icon={<SearchOutlined />} label={t('shell.jump')} folded={folded} onClick={() => run(jump)} search>
        <span className="side-bar__keys" data-keys={keysText('Mod+K', app?.platform ?? '')} />
      </SideBarButton>
      <div className="side-bar__tables">
        <ErrorBoundary>{Tables === undefined ? null : <Tables folded={folded} />}</ErrorBoundary>
      </div>
      <div className="side-bar__screens">
        {schemes === undefined ? null : <ScreenButton screen="schemes" icon={<PartitionOutlined />} label={t('shell.schemes')} folded={folded} />}
        {analysis === undefined ? null : <ScreenButton screen="analysis" icon={<FundOutlined />} label={t('shell.analysis')} folded={folded} />}
        {report === undefined ? null : <ScreenButton screen="report" icon={<FileTextOutlined />} label={t('shell.report')} folded={folded} />}
        {history === undefined ? null : <ScreenButton screen="history" icon={<HistoryOutlined />} label={t('shell.history')} folded={folded} />}
      </div>
      <div className="side-bar__foot">
        <Me folded={folded} />
        <div className="side-bar__switches">
          {folded ? null : <LookSwitches />}
          <IconButton
            label={t(folded ? 'shell.unfold' : 'shell.fold')}
            icon={folded ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
            onClick={() => changeSettings({ sideBarFolded: !folded })}
          />
        </div>
      </div>
    </nav>
  )
}

type SideBarButtonProps = {
  icon: ReactNode
  label: string
  folded: boolean
  onClick: () => void
  current?: boolean
  search?: boolean
  children?: ReactNode
}

function SideBarButton({ icon, label, folded, onClick, current = false, search = false, children }: SideBarButtonProps) {
  return (
    <Tooltip title={folded ? label : null} placement="right">
      <button
        type="button"
        className={classes('side-bar__item', current && 'side-bar__item--current', search && 'side-bar__item--search')}
        aria-current={current ? 'page' : undefined}
        aria-label={label}
        onClick={onClick}
      >
        <span className="side-bar__icon">{icon}</span>
        {folded ? null : <span className="side-bar__label">{label}</span>}
        {folded ? null : children}
      </button>
    </Tooltip>
  )
}

function ScreenButton({ screen, ...rest }: { screen: Screen; icon: ReactNode; label: string; folded: boolean }) {
  const current = useShell((state) => state.screen === screen)
  const openScreen = useShell((state) => state.openScreen)
  return <SideBarButton {...rest} current={current} onClick={() => openScreen(screen)} />
}
