import { Dropdown, type MenuProps } from 'antd'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { statisticsOf, type Statistic } from '#shared/model/statistic.ts'
import type { RowQuery } from '#shared/model/view.ts'
import type { FocusEvent, ReactNode } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { Distribution } from './Distribution.tsx'
import './footMenu.css'

/** The foot of a column that was pressed, and where. */
export type FootTarget = { columnId: number; x: number; y: number }

type FootMenuProps = {
  tableId: number
  query: RowQuery
  target: FootTarget
  chosen: Statistic | null
  onChoose: (columnId: number, statistic: Statistic | null) => void
  onClose: () => void
}

/** What may be said of a column at its foot; how its options are spread is shown there and then. */
export function FootMenu({ tableId, query, target, chosen, onChoose, onClose }: FootMenuProps) {
  const t = useT()
  const base = useBase()
  const column = base.column(target.columnId)
  if (column === undefined) return null
  const shown = base.shown(column)
  const item = (statistic: Statistic | null) => ({
    key: statistic ?? 'none',
    label: t(`statistics.${statistic ?? 'none'}`),
    onClick: () => onChoose(column.id, statistic),
  })
  const items: NonNullable<MenuProps['items']> = [item(null), { type: 'divider' }, ...statisticsOf(resultTypeOf(shown, new Map())).map(item)]
  const isSelect = shown.type === 'singleSelect' || shown.type === 'multipleSelect'
  return (
    <Dropdown
      open
      autoFocus
      placement="topLeft"
      trigger={['click']}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      menu={{ items, selectedKeys: [chosen ?? 'none'], onClick: onClose, 'aria-label': t('statistics.menuOf', { name: column.name }) }}
      popupRender={above(isSelect ? <Distribution tableId={tableId} query={query} column={shown} /> : null)}
    >
      <span className="row-menu" style={{ left: target.x, top: target.y }} />
    </Dropdown>
  )
}

/** The library gives the keys to what it finds around a menu; they belong to its first entry. */
function giveToFirst({ target, currentTarget }: FocusEvent<HTMLDivElement>): void {
  if (target === currentTarget) currentTarget.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
}

/** Draws a menu with something below it. */
function above(below: ReactNode): (menu: ReactNode) => ReactNode {
  return (menu) => (
    <div className="foot-menu" tabIndex={-1} onFocus={giveToFirst}>
      {menu}
      {below}
    </div>
  )
}
