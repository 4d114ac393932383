import type { ChangeSummary, EntrySubject, LogEntry } from '#shared/contract/history.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { operationText } from '../../commands/operationText.ts'
import type { Words } from '../../words/words.ts'

const parts = ['added', 'updated', 'removed', 'linked', 'unlinked', 'reordered', 'locked', 'schema'] as const

/** What an entry of the log did, in a few words: 导入. */
export function entryTitle(entry: Pick<LogEntry, 'operation'> & { summary?: Pick<ChangeSummary, 'label'> }, t: Translate): string {
  return entry.operation === 'base.turnDay' ? t('history.operation.turnDay') : operationText(entry.operation, t, entry.summary?.label)
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

/** Which row, which column, from what to what: 「华东精密」的客户状态：跟进中 → 已成交. */
export function subjectText(subject: EntrySubject, words: Words, t: Translate): string {
  if (subject.kind === 'thing') return t('history.subject.row', { title: subject.name })
  const { title, count, cells } = subject
  const name = title === '' ? t('rowPage.untitled') : title
  const rows = count === 1 ? t('history.subject.row', { title: name }) : t('history.subject.rows', { title: name, count })
  const [cell] = cells
  if (cell === undefined) return rows
  if (cells.length > 1 || count > 1) {
    return t('history.subject.cells', { rows, columns: cells.map(({ columnId }) => words.column(columnId)).join(t('common.listSeparator')) })
  }
  const say = (value: typeof cell.from) => (value === null ? t('common.empty') : words.value(cell.columnId, value))
  return t('history.subject.cell', { rows, column: words.column(cell.columnId), from: say(cell.from), to: say(cell.to) })
}

/** A day as a person says it. */
export function dayText(day: string, today: string, yesterday: string, t: Translate): string {
  if (day === today) return t('history.today')
  return day === yesterday ? t('history.yesterday') : day
}
