import { addRow } from './addRow.ts'
import { closeBase } from './closeBase.ts'
import { closeRow } from './closeRow.ts'
import type { Command } from './command.ts'
import { deleteRows } from './deleteRows.ts'
import { exportView } from './exportView.ts'
import { findCells } from './findCells.ts'
import { importFile } from './importFile.ts'
import { jump } from './jump.ts'
import { newBase } from './newBase.ts'
import { newColumn } from './newColumn.ts'
import { nextTable } from './nextTable.ts'
import { nextView } from './nextView.ts'
import { openAnalysis } from './openAnalysis.ts'
import { openBase } from './openBase.ts'
import { openHistory } from './openHistory.ts'
import { openMembers } from './openMembers.ts'
import { openModules } from './openModules.ts'
import { openReport } from './openReport.ts'
import { openSchemes } from './openSchemes.ts'
import { previousTable } from './previousTable.ts'
import { previousView } from './previousView.ts'
import { redo } from './redo.ts'
import { replaceCells } from './replaceCells.ts'
import { searchTable } from './searchTable.ts'
import { showShortcuts } from './showShortcuts.ts'
import { toggleCharts } from './toggleCharts.ts'
import { toggleLanguage } from './toggleLanguage.ts'
import { toggleSideBar } from './toggleSideBar.ts'
import { toggleTheme } from './toggleTheme.ts'
import { undo } from './undo.ts'
import { writeFollowUp } from './writeFollowUp.ts'

/** Every command, in the order the list of shortcuts shows them. */
export const allCommands: readonly Command[] = [
  newBase,
  openBase,
  closeBase,
  importFile,
  exportView,
  undo,
  redo,
  findCells,
  replaceCells,
  addRow,
  writeFollowUp,
  deleteRows,
  newColumn,
  jump,
  searchTable,
  nextTable,
  previousTable,
  nextView,
  previousView,
  openReport,
  openAnalysis,
  openHistory,
  openSchemes,
  openMembers,
  openModules,
  toggleCharts,
  toggleSideBar,
  closeRow,
  toggleTheme,
  toggleLanguage,
  showShortcuts,
]
