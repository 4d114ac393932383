import { HolderOutlined } from '@ant-design/icons'
import type { PointerEvent } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '../../cells/CellView.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { dragMark, type DragOrder } from '../../ui/useDragOrder.ts'

type LinkedRowProps = {
  /** Its columns, the one that names it first. */
  columns: readonly Column[]
  hasTitle: boolean
  cells: readonly CellValue[]
  place: number
  count: number
  /** How it is put elsewhere; absent where the order is not the person's to make. */
  order: (DragOrder & { move: (from: number, to: number) => void }) | undefined
  onOpen: () => void
}

/** A linked row in a line; a click opens its page. It is dragged, or moved with Alt and an arrow, into its place. */
export function LinkedRow({ columns, hasTitle, cells, place, count, order, onOpen }: LinkedRowProps) {
  const t = useT()
  const mark = order === undefined ? null : dragMark(order.drag, place, count)
  return (
    <li
      className={classes('linked__line', mark !== null && `linked__line--${mark}`)}
      data-place={place}
      {...(order === undefined ? {} : { onPointerDown: (event: PointerEvent) => order.onPointerDown(place, event) })}
    >
      <button
        type="button"
        className="linked__row"
        onClick={onOpen}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
          if (order === undefined || !event.altKey || step === 0) return
          event.preventDefault()
          event.stopPropagation()
          const to = place + step
          if (to >= 0 && to < count) order.move(place, to)
        }}
      >
        {order === undefined ? null : (
          <span className="linked__handle" title={t('rowPage.links.move')}>
            <HolderOutlined aria-hidden />
          </span>
        )}
        {columns.map((column, index) => {
          const value = cells[index] ?? null
          if (index === 0 && hasTitle) {
            return (
              <span key={column.id} className="linked__title">
                {value === null ? t('rowPage.untitled') : <CellView column={column} value={value} />}
              </span>
            )
          }
          return value === null ? null : (
            <span key={column.id} className="linked__cell">
              <CellView column={column} value={value} />
            </span>
          )
        })}
      </button>
    </li>
  )
}
