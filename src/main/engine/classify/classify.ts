import { classColumns } from './classColumns.ts'
import type { Classify } from './ports.ts'
import { refreshClass, refreshRanks } from './refreshClass.ts'

/** What the engine's composition root takes from this room. */
export const classify: Classify = { classColumns, refreshClass, refreshRanks }
