import { Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { useBoard, type CardPlace } from './board.ts'
import type { Lane } from './lanes.ts'

/** The card whose menu is asked for, and where in the window. */
export type CardMenuTarget = { card: CardPlace; x: number; y: number }

type CardMenuProps = { target: CardMenuTarget; lanes: readonly Lane[]; onMove: (card: CardPlace, to: Lane) => void; onClose: () => void }

/** What can be done with a card: all that the mouse does by dragging, too. */
export function CardMenu({ target, lanes, onMove, onClose }: CardMenuProps) {
  const t = useT()
  const board = useBoard()
  const { readOnly } = useSchema()
  const { card, x, y } = target
  const [before] = useState(() => document.activeElement)
  const remove = async () => {
    try {
      const { removed } = await call('rows.delete', { tableId: board.tableId, rowIds: [card.row.id] })
      useNotices.getState().notify({ tone: 'done', text: (t) => t('grid.deletedRows', { count: removed }), canUndo: true })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
  const close = () => {
    // The keys go back to the card from which the menu was asked for.
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    onClose()
  }
  const items: NonNullable<MenuProps['items']> = [
    { key: 'open', label: t('grid.openRow'), onClick: () => board.open(card.row.id) },
    ...(board.isMovable
      ? [
          {
            key: 'move',
            label: t('kanban.moveTo'),
            popupClassName: 'kanban-lanes-menu',
            children: lanes
              .filter(({ key }) => key !== card.laneKey)
              .map((lane) => ({
                key: lane.key,
                label: lane.color === null ? lane.name : <Chip color={lane.color}>{lane.name}</Chip>,
                onClick: () => onMove(card, lane),
              })),
          },
        ]
      : []),
    ...(readOnly ? [] : [{ type: 'divider' as const }, { key: 'delete', label: t('rowPage.delete'), danger: true, onClick: () => void remove() }]),
  ]
  return (
    <Dropdown open autoFocus menu={{ items, onClick: close }} trigger={['click']} onOpenChange={(isOpen) => !isOpen && close()}>
      <span className="kanban__menu-at" style={{ left: x, top: y }} />
    </Dropdown>
  )
}
