import type { RowHistoryItem } from '#shared/contract/history.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Words } from '../../words/words.ts'

/** One moment in the life of a row: what one person did in one go. */
export type HistoryEntry = { entryId: number; at: string; actorId: number | null; items: RowHistoryItem[] }

/** The changes of a row by entry of the log, the latest first. */
export function historyEntries(items: readonly RowHistoryItem[]): HistoryEntry[] {
  const entries = new Map<number, HistoryEntry>()
  for (const item of items) {
    const entry = entries.get(item.entryId)
    if (entry === undefined) entries.set(item.entryId, { entryId: item.entryId, at: item.at, actorId: item.actorId, items: [item] })
    else entry.items.push(item)
  }
  return [...entries.values()].toSorted((one, other) => other.entryId - one.entryId)
}

/** A change in a line: 客户状态:新建 → 跟进中. */
export function historyLine({ change }: RowHistoryItem, words: Words, t: Translate): string {
  if (change === 'created') return t('rowPage.history.created')
  if (change === 'deleted') return t('rowPage.history.deleted')
  const { columnId, from, to } = change
  const say = (value: typeof from) => (value === null ? t('common.empty') : words.value(columnId, value))
  return t('rowPage.history.changed', { column: words.column(columnId), from: say(from), to: say(to) })
}
