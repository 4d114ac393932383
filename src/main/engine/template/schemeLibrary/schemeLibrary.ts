import type { TemplateData, TemplateTable } from '../templateData.ts'
import type { SchemeEntry } from './entry.ts'
import { rfm, rfmQuintiles } from './rfm.ts'

/** Schemes to be had with one click, in the order in which they are offered, beside those every book begins with. */
export const schemeLibrary: readonly SchemeEntry[] = [rfm, rfmQuintiles]

/** The library as one piece of a template: where packs find the columns its schemes read. */
export const libraryTemplate: TemplateData = {
  tables: tablesOf(schemeLibrary),
  schemes: schemeLibrary.map(({ scheme }) => scheme),
  views: [],
}

function tablesOf(entries: readonly SchemeEntry[]): TemplateTable[] {
  const columns = entries.flatMap((entry) => entry.columns)
  const primaries = { customer: 'customer.name', followUp: 'followUp.number', contact: 'contact.name', order: 'order.number' } as const
  return (['customer', 'followUp', 'contact', 'order'] as const)
    .map((role) => ({ role, primary: primaries[role], columns: columns.flatMap(({ table, column }) => (table === role ? [column] : [])) }))
    .filter((table) => table.columns.length > 0)
}
