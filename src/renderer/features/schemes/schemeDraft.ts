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
