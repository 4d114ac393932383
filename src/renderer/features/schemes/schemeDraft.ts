import { isSame } from '#shared/lib/isSame.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'

/** What of a scheme is changed in its editor. */
export type SchemeDraft = Pick<Scheme, 'tableId' | 'targetColumnId' | 'scope' | 'rule' | 'fallbackOptionId'> & {
  /** The classes, where they are changed with the rule. */
  options?: Option[]
}

export const draftOf = ({ tableId, targetColumnId, scope, rule, fallbackOptionId }: Scheme): SchemeDraft => ({
  tableId,
  targetColumnId,
  scope,
  rule,
  fallbackOptionId,
})

/** Whether saving the draft would change anything: an editor that was only opened, or whose changes were taken back, has nothing to save. */
export const changesScheme = (draft: SchemeDraft, scheme: Scheme, options: readonly Option[]): boolean =>
  !isSame({ ...draft, options: draft.options ?? options }, { ...draftOf(scheme), options })
