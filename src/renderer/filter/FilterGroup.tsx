import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ConditionLine } from './ConditionLine.tsx'
import { FilterItem } from './FilterItem.tsx'
import { asksLinkedRows, emptyGroup, newCondition, type ConditionDraft, type FilterDraft, type GroupDraft } from './filterDraft.ts'
import { removeAt, replaceAt, type Path } from './filterTree.ts'

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
          <FilterItem key={at} item={item} path={[...path, at]} root={root} onChange={onChange}>
            <ItemBody item={item} path={[...path, at]} root={root} columns={columns} onChange={onChange} />
          </FilterItem>
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

type ItemBodyProps = Pick<FilterGroupProps, 'path' | 'root' | 'columns' | 'onChange'> & { item: FilterDraft }

function ItemBody({ item, path, root, columns, onChange }: ItemBodyProps) {
  const t = useT()
  if (item.kind !== 'condition') {
    return <FilterGroup group={item} path={path} root={root} columns={columns} lead={t('filter.match')} onChange={onChange} />
  }
  const replace = (next: FilterDraft) => onChange(replaceAt(root, path, next))
  return (
    <ConditionLine condition={item} columns={columns} onChange={replace} onRemove={() => onChange(removeAt(root, path))}>
      {asksLinkedRows(item.operator) ? <LinkedRows condition={item} onChange={(rows) => replace({ ...item, rows })} /> : null}
    </ConditionLine>
  )
}

/** What is asked of the rows behind a link: a filter over their table. */
function LinkedRows({ condition, onChange }: { condition: ConditionDraft; onChange: (rows: GroupDraft) => void }) {
  const t = useT()
  const base = useBase()
  const link = base.column(condition.columnId)
  if (link?.type !== 'link') return null
  const { otherTableId } = link.settings
  const rows = condition.rows ?? emptyGroup
  const lead = t('filter.linkedRows', { table: base.table(otherTableId)?.name ?? '' })
  return (
    <div className="linked-rows">
      <FilterGroup
        group={rows}
        path={[]}
        root={rows}
        columns={base.columnsOf(otherTableId).filter(({ type }) => holdsValues(type))}
        lead={lead}
        onChange={onChange}
      />
    </div>
  )
}
