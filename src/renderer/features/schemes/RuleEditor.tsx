import { Button } from 'antd'
import { useState } from 'react'
import type { Rule, Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { useWords } from '../../words/useWords.ts'
import { BandsEditor } from './BandsEditor.tsx'
import { optionsOf } from './optionsOf.ts'
import { ParetoEditor } from './ParetoEditor.tsx'
import { PercentileEditor } from './PercentileEditor.tsx'
import { ruleProblems } from './ruleEdit.ts'
import { ruleParts } from './ruleLines.ts'

type RuleEditorProps = { scheme: Scheme; saving: boolean; onSave: (rule: Rule) => void; onCancel: () => void }

/** The numbers of a rule, to be changed; the classes and what is measured stay. */
export function RuleEditor({ scheme, saving, onSave, onCancel }: RuleEditorProps) {
  const base = useBase()
  const t = useT()
  const [rule, setRule] = useState(scheme.rule)
  const problems = ruleProblems(rule)
  const options = optionsOf(scheme, base)
  const lead = ruleParts(rule, scheme.fallbackOptionId, useWords(), t)[0]?.lead
  return (
    <section className="rule" aria-label={t('schemes.rule')}>
      <h3>{t('schemes.rule')}</h3>
      <p>{lead}</p>
      {rule.kind === 'bands' ? <BandsEditor rule={rule} options={options} problems={problems} onChange={setRule} /> : null}
      {rule.kind === 'percentile' ? <PercentileEditor rule={rule} options={options} problems={problems} onChange={setRule} /> : null}
      {rule.kind === 'pareto' ? <ParetoEditor rule={rule} options={options} problems={problems} onChange={setRule} /> : null}
      <div className="rule__buttons">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="primary" loading={saving} disabled={problems.length > 0} onClick={() => onSave(rule)}>
          {t('schemes.save')}
        </Button>
      </div>
    </section>
  )
}
