import type { OperationName } from '#shared/contract/engine.ts'
import type { Handlers } from './handlers.ts'
import { analysisHandlers } from './analysis/handlers.ts'
import { classHandlers } from './classify/handlers.ts'
import { searchHandlers } from './searchHandlers.ts'
import { readSubjects } from './entrySubjects.ts'
import { computeHandlers } from './compute/handlers.ts'
import { exchangeHandlers } from './exchange/handlers.ts'
import { fileHandlers } from './files/handlers.ts'
import { historyHandlers } from './history/handlers.ts'
import { recordHandlers } from './records/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { restoreCell } from './restoreCell.ts'
import { restoreLinks } from './restoreLinks.ts'
import { readRowLife } from './rowLife.ts'
import { snapshotHandlers } from './snapshots/handlers.ts'
import { statsHandlers } from './stats/handlers.ts'
import { tableHandlers } from './tables/handlers.ts'
import { templateHandlers } from './template/handlers.ts'
import { classHistoryHandlers } from './classify/history/handlers.ts'
import { schemeFileHandlers } from './classify/file/handlers.ts'
import { libraryHandlers } from './template/libraryHandlers.ts'
import { workflowHandlers } from './workflow/handlers.ts'
import { moduleHandlers } from './template/moduleHandlers.ts'

/** Operations the engine answers itself, because they concern the whole base or its log. */
export type OwnName = 'base.describe' | 'base.setActor' | 'base.turnDay' | 'base.recompute' | 'history.undo' | 'history.redo' | 'trash.empty'

/** What answers each of the other operations; one entry for every room. An operation without a handler does not compile. */
export const handlers: Handlers<Exclude<OperationName, OwnName>> = {
  ...tableHandlers,
  ...searchHandlers,
  ...recordHandlers,
  ...computeHandlers,
  ...historyHandlers,
  ...fileHandlers,
  ...classHandlers,
  ...workflowHandlers,
  ...reportHandlers,
  ...analysisHandlers,
  ...statsHandlers,
  ...templateHandlers,
  ...libraryHandlers,
  ...moduleHandlers,
  ...schemeFileHandlers,
  ...classHistoryHandlers,
  ...exchangeHandlers,
  ...snapshotHandlers,
  'history.subjects': readSubjects,
  'history.row': readRowLife,
  'history.restoreCell': restoreCell,
  'history.restoreLinks': restoreLinks,
}
