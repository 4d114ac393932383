import type { FollowUpDraft } from './followUpDraft.ts'

/** What was being written about a row when its form was left, by the row's uid; kept until it is saved or given up. */
const drafts = new Map<string, FollowUpDraft>()

export const keptDraft = (uid: string): FollowUpDraft | null => drafts.get(uid) ?? null

/** Keeps what has been written; null, or a draft that says nothing yet, is forgotten. */
export function keepDraft(uid: string, draft: FollowUpDraft | null): void {
  if (draft === null || draft.content.trim() === '') drafts.delete(uid)
  else drafts.set(uid, draft)
}
