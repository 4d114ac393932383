import { Button } from 'antd'
import type { Rule } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { FilterPanel } from '../../filter/FilterPanel.tsx'
import { useT } from '../../ui/lang.ts'
import { useWords } from '../../words/useWords.ts'
import { ClassesEditor } from './ClassesEditor.tsx'
import { classesStand } from './classEdit.ts'
import { FallbackLine } from './FallbackLine.tsx'
import { optionsOf } from './optionsOf.ts'
import { RuleFields } from './RuleFields.tsx'
import { ruleProblems } from './ruleEdit.ts'
import { ruleParts } from './ruleLines.ts'
import type { SchemeDraft } from './schemeDraft.ts'
import { SchemePreview } from './SchemePreview.tsx'

type RuleEditorProps = {
  draft: SchemeDraft
  saving: boolean
  onChange: (draft: SchemeDraft) => void
  onSave: () => void
  onCancel: () => void
}

/** Kinds whose rows that no class takes have one of their own. */
const saysRest: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>([
  'bands',
  'decisionTable',
  'tags',
  'score',
  'alive',
  'percentile',
  'rfm',
  'lifeCycle',
])

/** A rule and the rows it is for, to be changed, beside what the change would do. Nothing is saved until asked for. */
export function RuleEditor({ draft, saving, onChange, onSave, onCancel }: RuleEditorProps) {
  const base = useBase()
  const t = useT()
  const words = useWords()
  const problems = ruleProblems(draft.rule)
  const options = optionsOf(draft, base)
  const setRule = (rule: Rule) => onChange({ ...draft, rule })
  return (
    <>
      <section className="rule" aria-label={t('schemes.rule')}>
        <h3>{t('schemes.rule')}</h3>
        <p>{ruleParts(draft.rule, draft.fallbackOptionId, words, t)[0]?.lead}</p>
        <RuleFields rule={draft.rule} tableId={draft.tableId} options={options} problems={problems} onChange={setRule} />
        {saysRest.has(draft.rule.kind) ? <FallbackLine draft={draft} options={options} onChange={onChange} /> : null}
        <ClassesEditor draft={draft} onChange={onChange} />
        <details className="rule__scope" open={draft.scope !== null}>
          <summary>{t('schemes.edit.scope')}</summary>
          <FilterPanel
            filter={draft.scope}
            columns={base.columnsOf(draft.tableId)}
            firstColumnId={null}
            onChange={(scope) => onChange({ ...draft, scope })}
          />
        </details>
        <div className="rule__buttons">
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
          <Button type="primary" loading={saving} disabled={problems.length > 0 || !classesStand(options)} onClick={onSave}>
            {t('schemes.save')}
          </Button>
        </div>
      </section>
      <SchemePreview draft={draft} valid={problems.length === 0 && classesStand(options)} onRule={setRule} />
    </>
  )
}
