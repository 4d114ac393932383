import { CloseOutlined } from '@ant-design/icons'
import type { PointerEvent } from 'react'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { dragMark, type DragOrder } from '../../ui/useDragOrder.ts'
import './linkChip.css'

type LinkChipProps = {
  title: string
  active: boolean
  /** Its place among how many. */
  place: number
  count: number
  /** Absent where the order is not the person's to make. */
  order: DragOrder | undefined
  onOpen: () => void
  onRemove: () => void
}

/** A linked row: its name opens its page, the cross unlinks it; it is dragged into its place. The focus stays in the field beside it. */
export function LinkChip({ title, active, place, count, order, onOpen, onRemove }: LinkChipProps) {
  const t = useT()
  const mark = order === undefined ? null : dragMark(order.drag, place, count)
  const name = title === '' ? t('rowPage.untitled') : title
  return (
    <span
      className={classes('link-chip', active && 'link-chip--active', mark !== null && `link-chip--${mark}`)}
      data-place={place}
      {...(order === undefined ? {} : { onPointerDown: (event: PointerEvent) => order.onPointerDown(place, event) })}
    >
      <button
        type="button"
        tabIndex={-1}
        className="link-chip__open"
        title={t('links.open', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onOpen}
      >
        {name}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="link-chip__remove"
        aria-label={t('links.remove', { name })}
        title={t('links.remove', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRemove}
      >
        <CloseOutlined />
      </button>
    </span>
  )
}
