import type { Scheme } from '#shared/model/scheme.ts'
import type { SchemePart } from '../../shell/state.ts'
import { useBase } from '../../client/useBase.ts'
import { optionsOf } from './optionsOf.ts'
import { changesScheme } from './schemeDraft.ts'
import { useSchemeDrafts } from './schemeDrafts.ts'
import { useStrategyDrafts } from './strategy/strategyDrafts.ts'
import { changesEntry } from './strategy/strategyEdit.ts'

/** The parts of a scheme's page in which something was changed and not saved. */
export function useUnsaved(scheme: Scheme): ReadonlySet<SchemePart> {
  const base = useBase()
  const rule = useSchemeDrafts((state) => state.drafts[scheme.uid])
  const strategies = useStrategyDrafts((state) => state.drafts[scheme.uid])
  const options = optionsOf(scheme, base)
  const written = options.flatMap(({ id }) => {
    const draft = strategies?.[id]
    return draft === undefined ? [] : [{ id, draft }]
  })
  const parts = new Set<SchemePart>()
  if (rule !== undefined && changesScheme(rule, scheme, options)) parts.add('rule')
  if (written.some(({ id, draft }) => changesEntry(scheme.playbook, id, draft))) parts.add('strategy')
  return parts
}
