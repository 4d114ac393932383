import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { FilterPanel } from '../../filter/FilterPanel.tsx'
import { useT } from '../../ui/lang.ts'

type RollupConditionProps = { columns: readonly Column[]; filter: Filter | null; onChange: (filter: Filter | null) => void }

/** Which of the linked rows count: all, or those that meet conditions on their own columns. */
export function RollupCondition({ columns, filter, onChange }: RollupConditionProps) {
  const t = useT()
  return (
    <div className="field">
      <span className="field__label">{t('columnDialog.rollup.condition')}</span>
      <FilterPanel filter={filter} columns={columns} firstColumnId={null} onChange={onChange} />
    </div>
  )
}
