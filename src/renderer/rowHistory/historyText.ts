import type { LinkChange, NamedRows, PastColumn, RowHistoryItem } from '#shared/contract/history.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'

/** One moment in the life of a row: what one person did in one go. */
export type HistoryEntry = Pick<RowHistoryItem, 'entryId' | 'at' | 'actorId' | 'source' | 'operation' | 'label' | 'kind'> & {
  items: RowHistoryItem[]
}

/** The changes of a row by entry of the log, the latest first. */
export function historyEntries(items: readonly RowHistoryItem[]): HistoryEntry[] {
  const entries = Map.groupBy(items, (item) => item.entryId)
  return [...entries.values()]
    .flatMap((of) => of.slice(0, 1).map((first) => ({ ...first, items: of })))
    .toSorted((one, other) => other.entryId - one.entryId)
}

/** A change that reads the same before and after is none to a person: a class that was empty and is. */
export const isSeen = ({ change }: RowHistoryItem, say: (columnId: number, value: CellValue) => string): boolean =>
  typeof change === 'string' || 'links' in change || say(change.columnId, change.from) !== say(change.columnId, change.to)

/** The column as it was described when an entry was written: with the name and the options people saw then. */
export function columnThen(columnId: number, entryId: number, past: readonly PastColumn[], now: Column | undefined): Column | undefined {
  const then = past.filter(({ column, untilEntryId }) => column.id === columnId && untilEntryId >= entryId).at(-1)
  return then?.column ?? now
}

/** Whether an entry says more than that somebody typed: then its operation is named. */
export const isNamed = (entry: HistoryEntry): boolean => entry.kind === 'undo' || entry.kind === 'redo' || !typed.has(entry.operation)

const typed: ReadonlySet<string> = new Set(['rows.update', 'rows.setLinks'])

/** What happened to links: 链接了「甲」、「乙」；取消链接「丙」；调整了顺序. */
export function linksText({ linked, unlinked, reordered }: LinkChange, t: Translate): string {
  return [
    ...(linked.count === 0 ? [] : [t('rowHistory.linked', { names: namesText(linked, t) })]),
    ...(unlinked.count === 0 ? [] : [t('rowHistory.unlinked', { names: namesText(unlinked, t) })]),
    ...(reordered ? [t('rowHistory.reordered')] : []),
  ].join(t('rowHistory.linksJoin'))
}

/** Rows by the titles of the first of them. */
export function namesText({ count, titles }: NamedRows, t: Translate): string {
  const names = titles.map((title) => t('rowHistory.rowName', { name: title === '' ? t('rowPage.untitled') : title })).join(t('common.listSeparator'))
  return count > titles.length ? t('rowHistory.rowsMore', { names, count }) : names
}
