import type { OperationInput } from '#shared/contract/engine.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { FollowUpColumns } from './followUpColumns.ts'

/** A follow-up as it is being written; times in stored form, empty text where nothing is said yet. */
export type FollowUpDraft = {
  time: string
  methodId: number | null
  content: string
  resultId: number | null
  nextTime: string | null
  nextContent: string
  authorId: number | null
}

/** A day as the column of the next time stores it; at nine in the morning where it keeps the time too. */
export function nextTimeOn(day: string, withTime: boolean): string {
  return withTime ? `${day}T09:00` : day
}

export type DraftProblem = 'timeMissing' | 'contentMissing' | 'authorMissing' | 'nextNotAfter'

/** What keeps the draft from being saved, first things first. Where the team has no members, there is no author to choose. */
export function problemsOf(draft: FollowUpDraft, columns: FollowUpColumns, hasMembers: boolean): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (draft.time === '') problems.push('timeMissing')
  if (draft.content.trim() === '') problems.push('contentMissing')
  if (columns.author !== null && draft.authorId === null && hasMembers) problems.push('authorMissing')
  // Days compare as text, and a day without a time stands before all times of that day.
  if (draft.nextTime !== null && draft.time !== '' && draft.nextTime.slice(0, 10) < draft.time.slice(0, 10)) {
    problems.push('nextNotAfter')
  }
  return problems
}

/** The draft as a new row, linked to its customer. */
export function insertOf(draft: FollowUpDraft, columns: FollowUpColumns, customerId: number): OperationInput<'rows.insert'> {
  const cells: { columnId: number; value: CellValue }[] = []
  const put = (column: { id: number } | null, value: CellValue) => {
    if (column !== null && value !== null && value !== '') cells.push({ columnId: column.id, value })
  }
  put(columns.time, draft.time)
  put(columns.method, draft.methodId)
  put(columns.content, draft.content.trim())
  put(columns.result, draft.resultId)
  put(columns.nextTime, draft.nextTime)
  put(columns.nextContent, draft.nextContent.trim())
  put(columns.author, draft.authorId)
  const links = [{ columnId: columns.customer.id, rowIds: [customerId] }]
  // Columns a team added to its follow-ups are not in the form: they are filled in on the row itself.
  return { tableId: columns.tableId, rows: [{ cells, links }], begun: true }
}
