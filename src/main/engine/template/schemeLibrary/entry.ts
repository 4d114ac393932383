import type { LibraryGroup } from '#shared/contract/schemeLibrary.ts'
import type { TableRole } from '#shared/model/roles.ts'
import type { TemplateColumn, TemplateScheme } from '../templateData.ts'

/** A scheme of the library: its rule, and the columns it brings along beside those other templates describe. */
export type SchemeEntry = {
  group: LibraryGroup
  scheme: TemplateScheme
  columns: readonly { table: TableRole; column: TemplateColumn }[]
}

/** A column of customers. */
export const ofCustomer = (column: TemplateColumn): SchemeEntry['columns'][number] => ({ table: 'customer', column })
