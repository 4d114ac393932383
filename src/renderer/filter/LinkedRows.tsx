import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { FilterGroup } from './FilterGroup.tsx'
import type { GroupDraft } from './filterDraft.ts'

type LinkedRowsProps = { tableId: number; rows: GroupDraft; onChange: (rows: GroupDraft) => void }

/** What is asked of the rows behind a link: a filter over their table. */
export function LinkedRows({ tableId, rows, onChange }: LinkedRowsProps) {
  const t = useT()
  const base = useBase()
  const table = base.table(tableId)?.name ?? ''
  return (
    <div className="linked-rows">
      <FilterGroup
        group={rows}
        path={[]}
        root={rows}
        columns={base.columnsOf(tableId)}
        lead={t('filter.linkedRows', { table })}
        onChange={onChange}
      />
    </div>
  )
}
