import type { TrashItem, TrashWeight } from '#shared/contract/history.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'

/** What a thing in the trash is called: 「客户」的 3 行. */
export function trashTitle(item: TrashItem, tableName: (id: number) => string | undefined, t: Translate): string {
  const table = item.tableId === null ? '' : (tableName(item.tableId) ?? t('history.trash.goneTable'))
  switch (item.kind) {
    case 'rows':
      return t('history.trash.rows', { table, count: item.count })
    case 'table':
      return t('history.trash.table', { name: item.name })
    case 'column':
      return t('history.trash.column', { table, name: item.name })
    case 'view':
      return t('history.trash.view', { table, name: item.name })
    case 'scheme':
      return t('history.trash.scheme', { table, name: item.name })
    default:
      return assertNever(item)
  }
}

/** The first rows of a deletion by name. */
export function trashTitles(item: TrashItem, t: Translate): string | null {
  if (item.kind !== 'rows') return null
  const named = item.titles.filter((title) => title !== '')
  if (named.length === 0) return null
  const titles = named.join(t('common.listSeparator'))
  return item.count > named.length ? t('history.trash.titles', { titles }) : titles
}

const kinds = ['rows', 'columns', 'tables', 'views', 'schemes'] as const

/** Everything in the trash by kind: 12 行、1 列. */
export function weightText(weight: TrashWeight, t: Translate): string {
  return kinds
    .filter((kind) => weight[kind] > 0)
    .map((kind) => t(`history.weight.${kind}`, { count: weight[kind] }))
    .join(t('common.listSeparator'))
}
