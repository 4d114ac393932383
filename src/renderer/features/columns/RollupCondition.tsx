import { Button } from 'antd'
import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { useT } from '../../ui/lang.ts'

type RollupConditionProps = { columns: readonly Column[]; filter: Filter | null; onChange: (filter: Filter | null) => void }

/** Which of the linked rows count. */
export function RollupCondition({ filter, onChange }: RollupConditionProps) {
  const t = useT()
  return (
    <div className="field">
      <span className="field__label">{t('columnDialog.rollup.condition')}</span>
      {filter === null ? (
        <span className="field__note">{t('columnDialog.rollup.conditionAll')}</span>
      ) : (
        <Button onClick={() => onChange(null)}>{t('common.delete')}</Button>
      )}
    </div>
  )
}
