import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { FilterItem } from './FilterItem.tsx'
import { newCondition, type GroupDraft } from './filterDraft.ts'
import { replaceAt, type Path } from './filterTree.ts'

export type FilterGroupProps = {
  group: GroupDraft
  path: Path
  root: GroupDraft
  columns: readonly Column[]
  /** What stands before "all" or "any". */
  lead: string
  onChange: (root: GroupDraft) => void
}

/** Conditions and groups of which all must hold, or one. */
export function FilterGroup({ group, path, root, columns, lead, onChange }: FilterGroupProps) {
  const t = useT()
  const base = useBase()
  const [first] = columns
  const replace = (next: GroupDraft) => onChange(replaceAt(root, path, next))
  const add = (item: GroupDraft['items'][number]) => replace({ ...group, items: [...group.items, item] })
  return (
    <div className="filter-group">
      <div className="filter-group__head">
        <span>{lead}</span>
        <Segmented<GroupDraft['kind']>
          size="small"
          value={group.kind}
          options={[
            { value: 'and', label: t('filter.all') },
            { value: 'or', label: t('filter.any') },
          ]}
          onChange={(kind) => replace({ ...group, kind })}
        />
        <span>{t('filter.conditions')}</span>
      </div>
      <ul className="filter-group__items">
        {group.items.map((item, at) => (
          // Conditions have no names; their place is what tells them apart.
          // eslint-disable-next-line react/no-array-index-key
          <FilterItem key={at} item={item} path={[...path, at]} root={root} columns={columns} onChange={onChange} />
        ))}
      </ul>
      <div className="filter-group__foot">
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={first === undefined}
          onClick={() => first !== undefined && add(newCondition(base.shown(first)))}
        >
          {t('filter.add')}
        </Button>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={first === undefined}
          onClick={() =>
            first !== undefined &&
            add({ kind: group.kind === 'and' ? 'or' : 'and', items: [newCondition(base.shown(first)), newCondition(base.shown(first))] })
          }
        >
          {t('filter.addGroup')}
        </Button>
      </div>
    </div>
  )
}
