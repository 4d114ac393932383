import { useEffect } from 'react'
import { Button, Space } from 'antd'
import { assertNever } from '#shared/lib/assertNever.ts'
import { importFile } from '../commands/importFile.ts'
import { openModules } from '../commands/openModules.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { useBase } from '../client/useBase.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/lang.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FootBar } from './FootBar.tsx'
import { SampleBar } from './SampleBar.tsx'
import { Suspended } from './Suspended.tsx'
import { useSlots } from './slots.ts'
import { useShell } from './state.ts'

/** What the frame is about: a table, the report, the analyses, the log, the schemes. */
export function Centre() {
  const screen = useShell((state) => state.screen)
  const tableId = useCurrentTableId()
  return (
    <main className="centre">
      <SampleBar />
      <div className="centre__body">
        <ErrorBoundary resetKey={`${screen}-${tableId}`}>
          <Suspended>
            <CentreScreen tableId={tableId} />
          </Suspended>
        </ErrorBoundary>
      </div>
      <FootBar />
    </main>
  )
}

function CentreScreen({ tableId }: { tableId: number | null }) {
  const screen = useShell((state) => state.screen)
  const slots = useSlots()
  switch (screen) {
    case 'table': {
      const Table = slots.table
      if (tableId === null) return <NoTables />
      return Table === undefined ? null : <Table key={tableId} tableId={tableId} />
    }
    case 'report':
      return slots.report === undefined ? null : <slots.report />
    case 'analysis':
      return slots.analysis === undefined ? null : <slots.analysis />
    case 'history':
      return slots.history === undefined ? null : <slots.history />
    case 'schemes':
      return slots.schemes === undefined ? null : <slots.schemes />
    default:
      return assertNever(screen)
  }
}

/** The table chosen, or the first where that one is gone. */
function useCurrentTableId(): number | null {
  const base = useBase()
  const chosen = useShell((state) => state.tableId)
  const current = chosen !== null && base.table(chosen) !== undefined ? chosen : (base.tables[0]?.id ?? null)
  useEffect(() => {
    // What was remembered of the base may have been put back since this was rendered.
    const { tableId, screen, openTable } = useShell.getState()
    if (tableId === chosen && current !== chosen && current !== null && screen === 'table') openTable(current)
  }, [current, chosen])
  return current
}

function NoTables() {
  const t = useT()
  const run = useRunCommand()
  return (
    <EmptyState
      title={t('shell.noTableTitle')}
      text={t('shell.noTableText')}
      action={
        <Space>
          <Button type="primary" onClick={() => run(importFile)}>
            {t('shell.import')}
          </Button>
          <Button onClick={() => run(openModules)}>{t('shell.tableFromTemplate')}</Button>
        </Space>
      }
    />
  )
}
