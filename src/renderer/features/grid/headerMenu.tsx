import type { MenuProps } from 'antd'
import type { Translate } from '#shared/i18n/translate.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { mostGroups } from '#shared/model/group.ts'
import type { Sort, ViewSettings } from '#shared/model/view.ts'
import { toggledGroups } from './groupEdit.ts'
import { withHidden, type ArrangedColumn } from '#renderer/grid/viewColumns.ts'

type HeaderMenuInput = {
  t: Translate
  column: Column
  columns: readonly ArrangedColumn[]
  settings: ViewSettings
  readOnly: boolean
  onChange: (change: Partial<ViewSettings>) => void
  onFilter: () => void
  onStatistic: () => void
  /** The scheme that fills the column; null where none does. */
  onScheme: (() => void) | null
  onEdit: () => void
  onConvert: () => void
  onBulk: () => void
  onDuplicates: () => void
  onInsert: (beforeColumnId: number | null) => void
  onDelete: () => void
}

/** What can be done with a column, from its head. */
export function headerMenu(input: HeaderMenuInput): NonNullable<MenuProps['items']> {
  const {
    t,
    column,
    columns,
    settings,
    readOnly,
    onChange,
    onFilter,
    onStatistic,
    onScheme,
    onEdit,
    onConvert,
    onBulk,
    onDuplicates,
    onInsert,
    onDelete,
  } = input
  const sort = (direction: Sort['direction']) => onChange({ sorts: [{ columnId: column.id, direction }] })
  const shown = columns.filter((one) => !one.hidden)
  const place = shown.findIndex((one) => one.column.id === column.id)
  const next = shown[place + 1]?.column.id ?? null
  const isLastFrozen = settings.frozenColumns === place + 1

  const order: NonNullable<MenuProps['items']> = [
    { key: 'ascending', label: t('grid.sortAscending'), onClick: () => sort('ascending') },
    { key: 'descending', label: t('grid.sortDescending'), onClick: () => sort('descending') },
    { key: 'filter', label: t('grid.filterByColumn'), onClick: onFilter },
    groupItem(input),
    { key: 'statistic', label: t('grid.statisticOfColumn'), onClick: onStatistic },
    { type: 'divider' },
  ]
  const look: NonNullable<MenuProps['items']> = [
    ...(onScheme === null ? [] : [{ key: 'scheme', label: t('schemes.ofColumn'), onClick: onScheme }, { type: 'divider' as const }]),
    ...(holdsValues(column.type) ? order : []),
    {
      key: 'freeze',
      label: t(isLastFrozen ? 'grid.unfreeze' : 'grid.freezeUpTo'),
      onClick: () => onChange({ frozenColumns: isLastFrozen ? 0 : place + 1 }),
    },
    {
      key: 'hide',
      label: t('grid.hideColumn'),
      disabled: shown.length === 1,
      // The columns that stay put are the same ones, less this one.
      onClick: () =>
        onChange({
          columns: withHidden(columns, column.id, true),
          frozenColumns: settings.frozenColumns - (place < settings.frozenColumns ? 1 : 0),
        }),
    },
  ]
  if (readOnly) return look
  return [
    ...look,
    { type: 'divider' },
    { key: 'edit', label: t('grid.editColumn'), onClick: onEdit },
    { key: 'convert', label: t('convert.open'), onClick: onConvert },
    ...(holdsValues(column.type)
      ? [
          { key: 'bulk', label: t('bulk.open'), onClick: onBulk },
          { key: 'duplicates', label: t('duplicates.open'), onClick: onDuplicates },
        ]
      : []),
    { key: 'left', label: t('grid.insertLeft'), onClick: () => onInsert(column.id) },
    { key: 'right', label: t('grid.insertRight'), onClick: () => onInsert(next) },
    { key: 'delete', label: t('grid.deleteColumn'), danger: true, onClick: onDelete },
  ]
}

/** One more level of groups, or the column's own taken away; past the most there may be, it says so. */
function groupItem({ t, column, settings: { groups }, onChange }: HeaderMenuInput) {
  const isGroup = groups.some((group) => group.columnId === column.id)
  const isFull = !isGroup && groups.length >= mostGroups
  const text = isGroup ? 'ungroupByColumn' : isFull ? 'groupsFull' : groups.length === 0 ? 'groupByColumn' : 'addGroupByColumn'
  return {
    key: 'group',
    label: t(`grid.${text}`, { most: mostGroups }),
    disabled: isFull,
    onClick: () => onChange({ groups: toggledGroups(groups, column.id) }),
  }
}
