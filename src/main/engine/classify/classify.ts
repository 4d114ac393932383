import { classColumns } from './classColumns.ts'
import { settleMoves } from './moves.ts'
import type { Classify } from './ports.ts'
import { refreshClasses } from './refreshClasses.ts'

/** What the engine's composition root takes from this room. */
export const classify: Classify = { classColumns, refreshClasses, settleMoves }
