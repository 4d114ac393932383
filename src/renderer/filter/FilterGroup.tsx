import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { ConditionLine } from './ConditionLine.tsx'
import { newCondition, removeAt, replaceAt, type GroupDraft, type Path } from './filterDraft.ts'

type FilterGroupProps = {
  group: GroupDraft
  path: Path
  root: GroupDraft
  columns: readonly Column[]
  onChange: (root: GroupDraft) => void
}

/** Conditions and groups of conditions joined by "and" or "or". */
export function FilterGroup({ group, path, root, columns, onChange }: FilterGroupProps) {
  const t = useT()
  const base = useBase()
  const [first] = columns
  return (
    <ul className={path.length === 0 ? 'filter-group' : 'filter-group filter-group--inner'}>
      {group.items.map((item, at) => {
        const own = [...path, at]
        return (
          // Conditions have no names; their place is what tells them apart.
          // eslint-disable-next-line react/no-array-index-key
          <li key={at} className="filter-group__item">
            <span className="filter-group__word">
              {at === 0 ? (
                t('grid.where')
              ) : at === 1 ? (
                <Select
                  size="small"
                  variant="filled"
                  value={group.kind}
                  popupMatchSelectWidth={false}
                  options={[
                    { value: 'and', label: t('grid.and') },
                    { value: 'or', label: t('grid.or') },
                  ]}
                  onChange={(kind) => onChange(replaceAt(root, path, { ...group, kind }))}
                />
              ) : (
                t(`grid.${group.kind}`)
              )}
            </span>
            {item.kind === 'condition' ? (
              <ConditionLine condition={item} columns={columns} onChange={(next) => onChange(replaceAt(root, own, next))} />
            ) : (
              <FilterGroup group={item} path={own} root={root} columns={columns} onChange={onChange} />
            )}
            <IconButton label={t('grid.removeFilter')} icon={<CloseOutlined />} onClick={() => onChange(removeAt(root, own))} />
          </li>
        )
      })}
      {path.length === 0 || first === undefined ? null : (
        <li>
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange(replaceAt(root, path, { ...group, items: [...group.items, newCondition(base.shown(first))] }))}
          >
            {t('grid.addFilter')}
          </Button>
        </li>
      )}
    </ul>
  )
}
