import type { Rule, Scheme } from '#shared/model/scheme.ts'
import { standstillOf } from '#shared/model/schemeStandstill.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { classes } from '../../ui/classes.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ClassCounts } from './ClassCounts.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleView } from './RuleView.tsx'
import { draftOf, type SchemeDraft } from './schemeDraft.ts'
import { useSchemeDrafts } from './schemeDrafts.ts'
import { StandingNote } from './StandingNote.tsx'

/** Kinds whose editor shows lines of conditions or numbers. */
const wideRules: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>(['decisionTable', 'tags', 'score', 'rankScore'])

/** The classes with their counts beside the rule; while it is changed, the editor beside what the change would do. */
export function RulePart({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const notify = useNotices((state) => state.notify)
  const update = useWrite('schemes.update')
  const broken = standstillOf(scheme, base.columnsById)?.kind === 'columnGone'
  const draft = useSchemeDrafts((state) => state.drafts[scheme.uid])
  const keepDraft = useSchemeDrafts((state) => state.keep)
  const keep = (changed: SchemeDraft | null) => {
    update.reset()
    keepDraft(scheme.uid, changed)
  }
  const save = async ({ rule, scope, fallbackOptionId, options }: SchemeDraft) => {
    if ((await update.run({ schemeId: scheme.id, rule, scope, fallbackOptionId, options })) === null) return
    keep(null)
    notify({ tone: 'done', text: (t) => t('schemes.saved', { name: scheme.name }), canUndo: true })
  }
  const standing = useOperation('classes.standing', { schemeId: scheme.id }, { keepPrevious: true })
  const isEditing = draft !== undefined && !base.readOnly && !broken
  const isWide = isEditing && wideRules.has(draft.rule.kind)
  return (
    <>
      {update.error === null ? null : <ErrorNote error={update.error} />}
      {isEditing || standing.data === undefined || !scheme.enabled ? null : <StandingNote standing={standing.data} rule={scheme.rule} />}
      <div className={classes('scheme__body', isEditing && (isWide ? 'scheme__body--wide' : 'scheme__body--editing'))}>
        {isEditing ? (
          <RuleEditor draft={draft} saving={update.pending} onChange={keep} onSave={() => void save(draft)} onCancel={() => keep(null)} />
        ) : (
          <>
            <ClassCounts scheme={scheme} />
            <RuleView scheme={scheme} standing={standing.data} onEdit={base.readOnly || broken ? null : () => keep(draftOf(scheme))} />
          </>
        )}
      </div>
    </>
  )
}
