import { Select } from 'antd'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { ClassChip } from './ClassChip.tsx'
import type { SchemeDraft } from './schemeDraft.ts'

const none = 0

type FallbackLineProps = { draft: SchemeDraft; options: readonly Option[]; onChange: (draft: SchemeDraft) => void }

/** The class of rows that no part of the rule takes, or none. */
export function FallbackLine({ draft, options, onChange }: FallbackLineProps) {
  const t = useT()
  const isTags = draft.rule.kind === 'tags'
  return (
    <div className="number-line">
      <Select
        size="small"
        className="class-select"
        variant="borderless"
        popupMatchSelectWidth={false}
        value={draft.fallbackOptionId ?? none}
        aria-label={t('schemes.edit.fallback')}
        options={[...options, null].map((option) => ({
          value: option?.id ?? none,
          label: <ClassChip option={option} none={isTags ? t('common.noTags') : undefined} />,
        }))}
        onChange={(id: number) => onChange({ ...draft, fallbackOptionId: id === none ? null : id })}
      />
      <span>{t(isTags ? 'schemes.rule.fallback' : 'schemes.edit.fallback')}</span>
    </div>
  )
}
