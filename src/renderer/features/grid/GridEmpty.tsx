import { Button } from 'antd'
import { useBase } from '#renderer/client/useBase.ts'
import { importFile } from '#renderer/commands/importFile.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { useShell } from '#renderer/shell/state.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useT } from '#renderer/ui/lang.ts'

type GridEmptyProps = { tableId: number; narrowed: boolean; onLoosen: () => void; onAdd: () => void }

/** Over a grid without rows: how to fill it, or how to see what is hidden. */
export function GridEmpty({ tableId, narrowed, onLoosen, onAdd }: GridEmptyProps) {
  const t = useT()
  const base = useBase()
  const run = useRunCommand()
  const search = useShell((state) => state.search)
  const setChartFilter = useShell((state) => state.setChartFilter)
  if (narrowed)
    return (
      <div className="grid-empty">
        <EmptyState
          title={t('grid.noMatchTitle')}
          text={t('grid.noMatchText')}
          action={
            <Button
              onClick={() => {
                search(tableId, '')
                setChartFilter(null)
                if (!base.readOnly) onLoosen()
              }}
            >
              {t('grid.clearConditions')}
            </Button>
          }
        />
      </div>
    )
  return (
    <div className="grid-empty">
      <EmptyState
        title={t('grid.noRowsTitle')}
        text={t('grid.noRowsText')}
        action={
          base.readOnly ? null : (
            <span className="grid-empty__buttons">
              <Button type="primary" onClick={onAdd}>
                {t('grid.addRow')}
              </Button>
              <Button onClick={() => run(importFile)}>{t('shell.import')}</Button>
            </span>
          )
        }
      />
    </div>
  )
}
