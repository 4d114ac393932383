import { bookColumnRoles, bookSchemeCodes, bookTableRoles, bookViewRoles } from './roles/bookRoles.ts'
import { libraryColumnRoles, librarySchemeCodes } from './roles/libraryRoles.ts'
import { moduleColumnRoles, moduleTableRoles, moduleViewRoles } from './roles/moduleRoles.ts'
import { taskColumnRoles, taskTableRoles, taskViewRoles } from './roles/taskRoles.ts'

/** What a table is, however its owner renames it. */
export const tableRoles = [...bookTableRoles, ...moduleTableRoles, ...taskTableRoles] as const
export type TableRole = (typeof tableRoles)[number]

/**
 * What a column is, however its owner renames it. Features find their columns through these
 * codes; a role without a column switches the feature off, never breaks it.
 */
export const columnRoles = [...bookColumnRoles, ...libraryColumnRoles, ...moduleColumnRoles, ...taskColumnRoles] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Views that other parts of the window open by role. */
export const viewRoles = [...bookViewRoles, ...moduleViewRoles, ...taskViewRoles] as const
export type ViewRole = (typeof viewRoles)[number]

/** Codes of the schemes that templates make. */
export const schemeCodes = [...bookSchemeCodes, ...librarySchemeCodes] as const
export type SchemeCode = (typeof schemeCodes)[number]
