import { Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { canLock } from '#renderer/cells/cellEdit.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { askToLock } from '#renderer/locks/locking.ts'
import { rowPagePort } from '#renderer/shell/rowPagePort.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useT } from '#renderer/ui/lang.ts'

/** The row that was clicked for its menu, and where. */
export type RowMenuTarget = { rowId: number; /** The column of the cell, where one was clicked. */ columnId: number | null; x: number; y: number }

type RowMenuProps = {
  tableId: number
  target: RowMenuTarget
  onCellHistory: (cell: { rowId: number; columnId: number }) => void
  onDelete: (rowId: number) => void
  onClose: () => void
}

/** What can be done with a row, where it was clicked. */
export function RowMenu({ tableId, target, onCellHistory, onDelete, onClose }: RowMenuProps) {
  const t = useT()
  const base = useBase()
  // The cell that had the focus: copying copies what is chosen there.
  const [cell] = useState(() => document.activeElement)
  const { rowId, columnId, x, y } = target
  const open = () => flushSync(() => useShell.getState().openRow({ tableId, rowId }))
  const ticked = useRowSelection((state) => state.ids)
  const openBulk = () => useShell.getState().openDialog({ kind: 'bulk', tableId, columnId: null })
  const clicked = base.column(columnId ?? 0)
  const classColumn = clicked !== undefined && canLock(clicked, base) ? clicked : undefined
  const canWrite = !base.readOnly && base.columnByRole('customer.followUps')?.tableId === tableId
  const items: NonNullable<MenuProps['items']> = [
    { key: 'open', label: t('grid.openRow'), onClick: open },
    ...(canWrite
      ? [
          {
            key: 'followUp',
            label: t('rowPage.followUp.write'),
            onClick: () => {
              open()
              soon(() => {
                const page = rowPagePort()
                page?.writeFollowUp()
                return page !== null
              })
            },
          },
        ]
      : []),
    {
      key: 'history',
      label: t('rowHistory.ofRow'),
      onClick: () => {
        open()
        soon(() => {
          const section = document.getElementById('row-history')
          section?.scrollIntoView({ block: 'start' })
          return section !== null
        })
      },
    },
    ...(columnId === null ? [] : [{ key: 'cellHistory', label: t('rowHistory.ofCell'), onClick: () => onCellHistory({ rowId, columnId }) }]),
    ...(classColumn === undefined
      ? []
      : [
          {
            key: 'lock',
            label: t('locks.menu', { column: classColumn.name }),
            onClick: () => askToLock({ tableId, columnId: classColumn.id, rowIds: ticked.has(rowId) ? [...ticked] : [rowId] }),
          },
        ]),
    { type: 'divider' },
    {
      key: 'copy',
      label: t('grid.copyCells'),
      onClick: () => {
        if (cell instanceof HTMLElement) cell.focus()
        document.execCommand('copy')
      },
    },
    ...(base.readOnly || !ticked.has(rowId) || ticked.size < 2 ? [] : [{ key: 'bulk', label: t('bulk.open'), onClick: openBulk }]),
    ...(base.readOnly ? [] : [{ key: 'delete', label: t('rowPage.delete'), danger: true, onClick: () => onDelete(rowId) }]),
  ]
  return (
    <Dropdown open menu={{ items, onClick: onClose }} trigger={['click']} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <span className="row-menu" style={{ left: x, top: y }} />
    </Dropdown>
  )
}

/** The page of the row is read and painted first. */
function soon(attempt: () => boolean, frames = 90): void {
  requestAnimationFrame(() => {
    if (!attempt() && frames > 0) soon(attempt, frames - 1)
  })
}
