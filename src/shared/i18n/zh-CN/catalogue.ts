import { analysis } from './analysis.ts'
import { analysisBuying } from './analysisBuying.ts'
import { analysisCompare } from './analysisCompare.ts'
import { analysisDeals } from './analysisDeals.ts'
import { analysisSales } from './analysisSales.ts'
import { analysisService } from './analysisService.ts'
import { bulk } from './bulk.ts'
import { buttons } from './buttons.ts'
import { charts } from './charts.ts'
import { cli } from './cli.ts'
import { columnDialog } from './columnDialog.ts'
import { columns } from './columns.ts'
import { columnTypes } from './columnTypes.ts'
import { commands } from './commands.ts'
import { convert } from './convert.ts'
import { duplicates } from './duplicates.ts'
import { exchange } from './exchange.ts'
import { formula } from './formula.ts'
import { formulaEditor } from './formulaEditor.ts'
import { formulaHelp } from './formulaHelp.ts'
import { functionHelp } from './functionHelp.ts'
import { filter } from './filter.ts'
import { files } from './files.ts'
import { markdown } from './markdown.ts'
import { grid } from './grid.ts'
import { groups } from './groups.ts'
import { views } from './views.ts'
import { colors } from './colors.ts'
import { shell } from './shell.ts'
import { welcome } from './welcome.ts'
import { common } from './common.ts'
import { dialogs } from './dialogs.ts'
import { find } from './find.ts'
import { importWizard } from './importWizard.ts'
import { links } from './links.ts'
import { kanban } from './kanban.ts'
import { locks } from './locks.ts'
import { moves } from './moves.ts'
import { menu } from './menu.ts'
import { playbook } from './playbook.ts'
import { report } from './report.ts'
import { rowHistory } from './rowHistory.ts'
import { rowPage } from './rowPage.ts'
import { exportDialog } from './exportDialog.ts'
import { history } from './history.ts'
import { members } from './members.ts'
import { modules } from './modules.ts'
import { schemes } from './schemes.ts'
import { statistics } from './statistics.ts'
import { snapshots } from './snapshots.ts'
import { template } from './template.ts'
import { words } from './words.ts'

/**
 * All texts of the product by room; a text is asked for as `room.key`.
 * A new room is a file here and one of the same name in `en/`, and a line in both catalogues.
 */
export const zhCN = {
  common,
  welcome,
  shell,
  grid,
  groups,
  views,
  colors,
  filter,
  files,
  markdown,
  commands,
  columns,
  columnTypes,
  columnDialog,
  convert,
  duplicates,
  bulk,
  buttons,
  importWizard,
  exchange,
  schemes,
  statistics,
  members,
  modules,
  history,
  snapshots,
  exportDialog,
  charts,
  playbook,
  report,
  analysis,
  analysisBuying,
  analysisSales,
  analysisCompare,
  analysisDeals,
  analysisService,
  rowPage,
  find,
  rowHistory,
  words,
  template,
  dialogs,
  links,
  kanban,
  locks,
  moves,
  menu,
  cli,
  formula,
  formulaEditor,
  formulaHelp,
  functionHelp,
} as const

export type Catalogue = typeof zhCN
