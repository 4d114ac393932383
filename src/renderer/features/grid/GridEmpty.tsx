import { Button } from 'antd'
import { useBase } from '#renderer/client/useBase.ts'
import { importFile } from '#renderer/commands/importFile.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { useShell } from '#renderer/shell/state.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useT } from '#renderer/ui/lang.ts'

type GridEmptyProps = { tableId: number; /** Whether the view shows only some of the rows. */ filtered: boolean; onAdd: () => void }

/** Over a grid without rows: what it is waiting for, how to fill it, or how to see what is hidden. */
export function GridEmpty({ tableId, filtered, onAdd }: GridEmptyProps) {
  const t = useT()
  const { readOnly } = useBase()
  const run = useRunCommand()
  const search = useShell((state) => state.search)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const narrowed = useShell((state) => (state.searches[tableId] ?? '') !== '' || state.chartFilter?.tableId === tableId)

  const clear = () => {
    search(tableId, '')
    setChartFilter(null)
  }
  return (
    <div className="grid-empty">
      {narrowed ? (
        <EmptyState
          title={t('grid.noMatchTitle')}
          text={t('grid.noMatchText')}
          action={<Button onClick={clear}>{t('grid.clearConditions')}</Button>}
        />
      ) : filtered ? (
        <EmptyState title={t('grid.viewEmptyTitle')} text={t('grid.viewEmptyText')} />
      ) : (
        <EmptyState
          title={t('grid.noRowsTitle')}
          text={t('grid.noRowsText')}
          action={
            readOnly ? null : (
              <span className="grid-empty__buttons">
                <Button type="primary" onClick={onAdd}>
                  {t('grid.addRow')}
                </Button>
                <Button onClick={() => run(importFile)}>{t('shell.import')}</Button>
              </span>
            )
          }
        />
      )}
    </div>
  )
}
