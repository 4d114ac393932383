import type { Option } from '#shared/model/option.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { BandsEditor } from './BandsEditor.tsx'
import { DecisionTableEditor } from './DecisionTableEditor.tsx'
import { LifeCycleEditor } from './LifeCycleEditor.tsx'
import { ManualEditor } from './ManualEditor.tsx'
import { ParetoEditor } from './ParetoEditor.tsx'
import { PercentileEditor } from './PercentileEditor.tsx'
import { RankScoreEditor } from './RankScoreEditor.tsx'
import { RfmEditor } from './RfmEditor.tsx'
import type { RuleProblem } from './ruleEdit.ts'
import { ScoreEditor } from './ScoreEditor.tsx'

type RuleFieldsProps = { rule: Rule; tableId: number; options: readonly Option[]; problems: RuleProblem[]; onChange: (rule: Rule) => void }

/** The editor of a rule's kind. */
export function RuleFields({ rule, tableId, options, problems, onChange }: RuleFieldsProps) {
  const given = { options, problems, onChange }
  switch (rule.kind) {
    case 'bands':
    case 'alive':
      return <BandsEditor rule={rule} {...given} />
    case 'percentile':
      return <PercentileEditor rule={rule} {...given} />
    case 'pareto':
      return <ParetoEditor rule={rule} {...given} />
    case 'decisionTable':
    case 'tags':
      return <DecisionTableEditor rule={rule} tableId={tableId} options={options} onChange={onChange} />
    case 'score':
      return <ScoreEditor rule={rule} tableId={tableId} {...given} />
    case 'lifeCycle':
      return <LifeCycleEditor rule={rule} {...given} />
    case 'manual':
      return <ManualEditor rule={rule} {...given} />
    case 'rankScore':
      return <RankScoreEditor rule={rule} tableId={tableId} {...given} />
    case 'rfm':
      return <RfmEditor rule={rule} {...given} />
  }
}
