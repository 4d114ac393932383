import { analysisOperations } from './analysis.ts'
import { baseOperations } from './base.ts'
import { bulkOperations } from './bulk.ts'
import { classHistoryOperations } from './classHistory.ts'
import { classOperations } from './classes.ts'
import { conversionOperations } from './conversion.ts'
import { duplicateOperations } from './duplicates.ts'
import { exchangeOperations } from './exchange.ts'
import { formulaOperations } from './formulas.ts'
import { fileOperations } from './files.ts'
import { historyOperations } from './history.ts'
import type { InputOf, OutputOf, ParsedInputOf } from './operation.ts'
import { linkOperations } from './links.ts'
import { recordOperations } from './records.ts'
import { searchOperations } from './search.ts'
import { reportOperations } from './report.ts'
import { snapshotOperations } from './snapshots.ts'
import { moduleOperations } from './modules.ts'
import { schemeFileOperations } from './schemeFiles.ts'
import { schemeLibraryOperations } from './schemeLibrary.ts'
import { statsOperations } from './stats.ts'
import { tableOperations } from './tables.ts'
import { taskOperations } from './tasks.ts'

/** Every operation of the engine, by name. */
export const engineOperations = {
  ...baseOperations,
  ...tableOperations,
  ...conversionOperations,
  ...duplicateOperations,
  ...bulkOperations,
  ...recordOperations,
  ...linkOperations,
  ...formulaOperations,
  ...historyOperations,
  ...fileOperations,
  ...classOperations,
  ...classHistoryOperations,
  ...schemeLibraryOperations,
  ...schemeFileOperations,
  ...taskOperations,
  ...moduleOperations,
  ...statsOperations,
  ...searchOperations,
  ...exchangeOperations,
  ...reportOperations,
  ...analysisOperations,
  ...snapshotOperations,
}

export type EngineOperations = typeof engineOperations
export type OperationName = keyof EngineOperations
export type OperationInput<Name extends OperationName> = InputOf<EngineOperations[Name]>
export type ParsedInput<Name extends OperationName> = ParsedInputOf<EngineOperations[Name]>
export type OperationOutput<Name extends OperationName> = OutputOf<EngineOperations[Name]>
