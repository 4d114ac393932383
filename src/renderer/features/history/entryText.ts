import type { ChangeSummary, LogEntry } from '#shared/contract/history.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { operationText } from '../../commands/operationText.ts'

const parts = ['added', 'updated', 'removed', 'linked', 'unlinked', 'schema'] as const

/** What an entry of the log did, in a few words: 导入. */
export function entryTitle(entry: Pick<LogEntry, 'operation'>, t: Translate): string {
  return entry.operation === 'base.turnDay' ? t('history.operation.turnDay') : operationText(entry.operation, t)
}

/** How much of it: 新增 312 行 · 修改 51 格 · 客户、跟进记录. */
export function entryDetail(summary: ChangeSummary, tableName: (id: number) => string | undefined, t: Translate): string {
  const counts = parts.filter((part) => summary[part] > 0).map((part) => t(`history.part.${part}`, { count: summary[part] }))
  const tables = summary.tableIds.flatMap((id) => tableName(id) ?? [])
  return [
    counts.length === 0 ? t('history.part.nothing') : counts.join(t('common.listSeparator')),
    ...(tables.length === 0 ? [] : [tables.join(t('common.listSeparator'))]),
  ].join(' · ')
}

/** A day as a person says it. */
export function dayText(day: string, today: string, yesterday: string, t: Translate): string {
  if (day === today) return t('history.today')
  return day === yesterday ? t('history.yesterday') : day
}
