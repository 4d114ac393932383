import { lazy } from 'react'
import { TableScreen } from './features/grid/TableScreen.tsx'
import { TableList } from './features/tables/TableList.tsx'
import type { Slots } from './shell/slots.ts'

/** Which feature fills which place of the frame; what is not seen at once is read when it is first needed. */
export const slots: Slots = {
  tables: TableList,
  table: TableScreen,
  kanban: lazy(async () => ({ default: (await import('./features/kanban/Kanban.tsx')).Kanban })),
  kanbanTools: lazy(async () => ({ default: (await import('./features/kanban/KanbanTools.tsx')).KanbanTools })),
  welcome: lazy(async () => ({ default: (await import('./features/welcome/Welcome.tsx')).Welcome })),
  rowPage: lazy(async () => ({ default: (await import('./features/rowPage/RowPage.tsx')).RowPage })),
  chartPanel: lazy(async () => ({ default: (await import('./features/chartPanel/ChartPanel.tsx')).ChartPanel })),
  report: lazy(async () => ({ default: (await import('./features/report/ReportScreen.tsx')).ReportScreen })),
  analysis: lazy(async () => ({ default: (await import('./features/analysis/AnalysisScreen.tsx')).AnalysisScreen })),
  history: lazy(async () => ({ default: (await import('./features/history/History.tsx')).History })),
  schemes: lazy(async () => ({ default: (await import('./features/schemes/Schemes.tsx')).Schemes })),
  columnDialog: lazy(async () => ({ default: (await import('./features/columns/ColumnDialog.tsx')).ColumnDialog })),
  importWizard: lazy(async () => ({ default: (await import('./features/importWizard/ImportWizard.tsx')).ImportWizard })),
  exportDialog: lazy(async () => ({ default: (await import('./features/exportDialog/ExportDialog.tsx')).ExportDialog })),
  duplicatesDialog: lazy(async () => ({ default: (await import('./features/duplicates/DuplicatesDialog.tsx')).DuplicatesDialog })),
  bulkDialog: lazy(async () => ({ default: (await import('./features/bulk/BulkDialog.tsx')).BulkDialog })),
  membersDialog: lazy(async () => ({ default: (await import('./features/members/MembersDialog.tsx')).MembersDialog })),
  modulesDialog: lazy(async () => ({ default: (await import('./features/modules/ModulesDialog.tsx')).ModulesDialog })),
}
