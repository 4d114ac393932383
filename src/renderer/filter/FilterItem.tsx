import { CloseOutlined, HolderOutlined, MoreOutlined } from '@ant-design/icons'
import { Checkbox, Dropdown, type MenuProps } from 'antd'
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from '#renderer/ui/classes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import type { FilterDraft, GroupDraft } from './filterDraft.ts'
import { dropPath, duplicateAt, moveTo, removeAt, replaceAt, stepFrom, unwrapAt, wrapAt, type Path } from './filterTree.ts'

type FilterItemProps = {
  item: FilterDraft
  path: Path
  root: GroupDraft
  onChange: (root: GroupDraft) => void
  /** The condition or group itself. */
  children: ReactNode
}

/** A condition or a group in its place: turned on and off, moved, copied, removed. */
export function FilterItem({ item, path, root, onChange, children }: FilterItemProps) {
  const t = useT()
  const [isOver, setOver] = useState(false)
  const isGroup = item.kind !== 'condition'
  const up = stepFrom(root, path, -1)
  const down = stepFrom(root, path, 1)
  const move = (to: Path | null) => to !== null && onChange(moveTo(root, path, to))
  const replace = (next: FilterDraft) => onChange(replaceAt(root, path, next))

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(event.key === 'ArrowUp' ? up : down)
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const from = dragged(event)
    const to = from === null ? null : dropPath(from, path)
    if (from === null) return
    event.preventDefault()
    event.stopPropagation()
    if (to !== null) onChange(moveTo(root, from, to))
  }
  const menu: NonNullable<MenuProps['items']> = [
    { key: 'up', label: t('filter.moveUp'), extra: 'Alt+↑', disabled: up === null, onClick: () => move(up) },
    { key: 'down', label: t('filter.moveDown'), extra: 'Alt+↓', disabled: down === null, onClick: () => move(down) },
    { key: 'duplicate', label: t('filter.duplicate'), onClick: () => onChange(duplicateAt(root, path)) },
    isGroup
      ? { key: 'unwrap', label: t('filter.unwrap'), onClick: () => onChange(unwrapAt(root, path)) }
      : { key: 'wrap', label: t('filter.wrap'), onClick: () => onChange(wrapAt(root, path)) },
  ]
  return (
    <li
      className={classes('filter-item', isGroup && 'filter-item--group', item.off === true && 'filter-item--off', isOver && 'filter-item--over')}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(pathType)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span
        className="filter-item__handle"
        draggable
        title={t('filter.drag')}
        onDragStart={(event) => {
          event.stopPropagation()
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData(pathType, JSON.stringify(path))
        }}
      >
        <HolderOutlined />
      </span>
      <Checkbox
        className="filter-item__on"
        checked={item.off !== true}
        aria-label={t(isGroup ? 'filter.onGroup' : 'filter.on')}
        title={t(isGroup ? 'filter.onGroup' : 'filter.on')}
        onChange={(event) => replace(turned(item, event.target.checked))}
      />
      <div className="filter-item__body">{children}</div>
      <span className="filter-item__tools">
        <Dropdown menu={{ items: menu }} trigger={['click']}>
          <span>
            <IconButton label={t('filter.more')} icon={<MoreOutlined />} />
          </span>
        </Dropdown>
        <IconButton
          label={t(isGroup ? 'filter.removeGroup' : 'filter.remove')}
          icon={<CloseOutlined />}
          onClick={() => onChange(removeAt(root, path))}
        />
      </span>
    </li>
  )
}

/** Marks what is dragged as a part of a filter. */
const pathType = 'application/x-kebu-filter'

function dragged(event: DragEvent): Path | null {
  const text = event.dataTransfer.getData(pathType)
  const path: unknown = text === '' ? null : JSON.parse(text)
  return Array.isArray(path) ? path.map(Number) : null
}

function turned(part: FilterDraft, on: boolean): FilterDraft {
  const { off: _, ...rest } = part
  return on ? rest : { ...rest, off: true }
}
