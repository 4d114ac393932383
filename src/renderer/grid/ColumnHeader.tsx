import { ArrowDownOutlined, ArrowUpOutlined, DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useBase } from '../client/useBase.ts'
import { ColumnTypeIcon } from '../ui/ColumnTypeIcon.tsx'
import { useT } from '../ui/lang.ts'
import { useGridHeaders } from './gridContext.ts'
import { useColumnMenu } from './useColumnMenu.ts'

/** The head of a column: type, name, how it is sorted, and a menu. */
export function ColumnHeader({ columnId }: { columnId: number }) {
  const t = useT()
  const base = useBase()
  const headers = useGridHeaders()
  const open = useColumnMenu((state) => state.columnId === columnId)
  const openMenu = useColumnMenu((state) => state.open)
  const closeMenu = useColumnMenu((state) => state.close)
  const column = base.column(columnId)
  if (column === undefined || headers === null) return null
  const direction = headers.directionOf(columnId)
  return (
    <Dropdown
      autoFocus
      menu={{ items: open ? (headers.menuOf(columnId) ?? []) : [] }}
      trigger={['contextMenu']}
      open={open}
      onOpenChange={(isOpen) => (isOpen ? openMenu(columnId) : closeMenu())}
    >
      <div
        className="column-header"
        title={column.description === '' ? column.name : `${column.name}\n${column.description}`}
        onDoubleClick={() => headers.edit(columnId)}
      >
        <span className="column-header__type">
          <ColumnTypeIcon type={column.type} />
        </span>
        <span className="column-header__name">{column.name}</span>
        {direction === null ? null : (
          <span className="column-header__sort">{direction === 'ascending' ? <ArrowUpOutlined /> : <ArrowDownOutlined />}</span>
        )}
        <button
          type="button"
          className="column-header__menu"
          tabIndex={-1}
          aria-label={t('grid.columnMenu', { name: column.name })}
          aria-haspopup="menu"
          onMouseDown={(event) => event.stopPropagation()}
          onClick={() => openMenu(columnId)}
        >
          <DownOutlined />
        </button>
      </div>
    </Dropdown>
  )
}
