import { useShell } from '../shell/state.ts'
import { currentView } from '../shell/useView.ts'
import type { Command } from './command.ts'

export const toggleCharts: Command = {
  id: 'view.chart',
  text: 'toggleCharts',
  section: 'look',
  keys: 'Mod+Shift+C',
  enabled: ({ base }) => base !== null && useShell.getState().tableId !== null,
  run: ({ base }) => {
    const { tableId, viewIds, docks, openDock, closeDock } = useShell.getState()
    const view = base === null || tableId === null ? undefined : currentView(base, tableId, viewIds)
    if (view === undefined) return
    if (docks[view.id] === undefined) openDock(view.id, 'right')
    else closeDock(view.id)
  },
}
