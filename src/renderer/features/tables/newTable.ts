import type { Translate } from '#shared/i18n/translate.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { call } from '#renderer/client/call.ts'
import type { Base } from '#renderer/client/base.ts'

/** Makes a table that can be written into at once, and answers its id. */
export async function newTable(base: Base, t: Translate): Promise<number> {
  const name = freeName(
    t('shell.newTableName'),
    base.tables.map((table) => table.name),
  )
  const { id } = await call('tables.create', { name })
  await call('columns.create', { tableId: id, name: t('shell.newColumnName'), type: 'text', settings: {} })
  await call('views.create', { tableId: id, name: t('shell.firstViewName'), settings: emptyViewSettings })
  return id
}

/** The name, or the name with the first number that makes it new: `新表 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
