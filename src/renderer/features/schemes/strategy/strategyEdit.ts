import { isSame } from '#shared/lib/isSame.ts'
import type { Playbook, PlaybookAction, PlaybookEntry } from '#shared/model/playbook.ts'

/** The strategy of a class as it is being written; lines without a title are dropped when it is saved. */
export type StrategyDraft = Omit<PlaybookEntry, 'optionId'>

export const emptyAction: PlaybookAction = { title: '', methodId: null, afterDays: 0 }

export function draftOfEntry(entry: PlaybookEntry | null): StrategyDraft {
  if (entry === null) return { strategy: '', contactDays: null, actions: [emptyAction] }
  const { strategy, contactDays, actions } = entry
  return { strategy, contactDays, actions }
}

/** The playbook with the draft as the strategy of the class, in the order of the classes; one that says nothing is left out. */
export function withEntry(playbook: Playbook, optionId: number, draft: StrategyDraft, order: readonly number[]): Playbook {
  const actions = draft.actions.map((action) => ({ ...action, title: action.title.trim() })).filter(({ title }) => title !== '')
  const entry = { optionId, strategy: draft.strategy.trim(), contactDays: draft.contactDays, actions }
  const says = entry.strategy !== '' || entry.contactDays !== null || actions.length > 0
  return inOrder([...playbook.filter((known) => known.optionId !== optionId), ...(says ? [entry] : [])], order)
}

/** Whether saving the draft would change what is said of the class. */
export const changesEntry = (playbook: Playbook, optionId: number, draft: StrategyDraft): boolean =>
  !isSame(withEntry(playbook, optionId, draft, []).find(isOf(optionId)), playbook.find(isOf(optionId)))

/** What is suggested for classes that have no strategy yet, added to what is there. */
export function withSuggested(playbook: Playbook, suggested: Playbook, order: readonly number[]): Playbook {
  const known = new Set(playbook.map(({ optionId }) => optionId))
  return inOrder([...playbook, ...suggested.filter(({ optionId }) => !known.has(optionId))], order)
}

/** Strategies of classes that are gone stay, last: they are there again when the class is. */
function inOrder(playbook: Playbook, order: readonly number[]): Playbook {
  const place = ({ optionId }: PlaybookEntry) => (order.includes(optionId) ? order.indexOf(optionId) : order.length)
  return playbook.toSorted((one, other) => place(one) - place(other))
}

const isOf =
  (optionId: number) =>
  (entry: PlaybookEntry): boolean =>
    entry.optionId === optionId
