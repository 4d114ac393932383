import type { TableRole } from '#shared/model/roles.ts'
import type { TemplateModule } from './templateModule.ts'

/** The tables a module brings; the others it describes are those it adds columns to. */
export function moduleTables({ tables }: Pick<TemplateModule, 'tables'>): TableRole[] {
  return tables.filter(({ primary, columns }) => columns.some(({ role }) => role === primary)).map(({ role }) => role)
}
