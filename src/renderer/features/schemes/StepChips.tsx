import { ArrowRightOutlined } from '@ant-design/icons'
import type { Option } from '#shared/model/option.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { useT } from '../../ui/lang.ts'
import { ClassChip } from './ClassChip.tsx'

type Step = { fromOptionId: number | null; toOptionId: number | null }

/** From which class to which; of a tag, whether it was gained or lost. */
export function StepChips({ rule, options, step }: { rule: Pick<Rule, 'kind'>; options: readonly Option[]; step: Step }) {
  const t = useT()
  const named = (id: number | null) => options.find((option) => option.id === id) ?? null
  if (rule.kind === 'tags') {
    return (
      <>
        <span className="tag-step">{t(step.toOptionId === null ? 'moves.lost' : 'moves.gained')}</span>
        <ClassChip option={named(step.toOptionId ?? step.fromOptionId)} />
      </>
    )
  }
  return (
    <>
      <ClassChip option={named(step.fromOptionId)} />
      <ArrowRightOutlined aria-label={t('schemes.preview.to')} />
      <ClassChip option={named(step.toOptionId)} />
    </>
  )
}
