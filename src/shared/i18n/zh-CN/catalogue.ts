import { columns } from './columns.ts'
import { common } from './common.ts'
import { importWizard } from './importWizard.ts'
import { template } from './template.ts'

/**
 * All texts of the product by room; a text is asked for as `room.key`.
 * A new room is a file here and one of the same name in `en/`, and a line in both catalogues.
 */
export const zhCN = { common, columns, importWizard, template } as const

export type Catalogue = typeof zhCN
