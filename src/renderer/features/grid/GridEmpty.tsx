import { Button } from 'antd'
import { asksWhoLooks, type Filter } from '#shared/model/filter.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { openMembers } from '#renderer/commands/openMembers.ts'
import { importFile } from '#renderer/commands/importFile.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { useShell } from '#renderer/shell/state.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useT } from '#renderer/ui/lang.ts'

type GridEmptyProps = { tableId: number; /** Of the view. */ filter: Filter | null; onAdd: () => void }

/** Over a grid without rows: what it is waiting for, how to fill it, or how to see what is hidden. */
export function GridEmpty({ tableId, filter, onAdd }: GridEmptyProps) {
  const t = useT()
  const { readOnly, description } = useBase()
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
      ) : asksWhoLooks(filter) && description.actorId === null ? (
        <EmptyState
          title={t('grid.whoAmITitle')}
          text={t('grid.whoAmIText')}
          action={<Button onClick={() => run(openMembers)}>{t('grid.sayWhoIAm')}</Button>}
        />
      ) : filter !== null ? (
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
