import { Popover } from 'antd'
import { useEffect, useRef } from 'react'
import { WhyClass } from './WhyClass.tsx'
import './why.css'

/** A class that is asked why, and where it stands in the window; `byKey`: until Escape, else while the mouse is near. */
export type AskedWhy = { rowId: number; schemeId: number; box: DOMRect; byKey: boolean }

type WhyLayerProps = { asked: AskedWhy; tableId: number; onClose: () => void }

/** Why a class is what it is, beside its cell; goes when the mouse goes elsewhere or with the next key. */
export function WhyLayer({ asked, tableId, onClose }: WhyLayerProps) {
  const content = useRef<HTMLDivElement>(null)
  const { box, byKey } = asked
  useEffect(() => {
    const onMove = ({ clientX: x, clientY: y }: MouseEvent) => {
      const card = content.current?.closest('.ant-popover')?.getBoundingClientRect()
      if (!byKey && !isNear(box, x, y) && (card === undefined || !isNear(card, x, y))) onClose()
    }
    const onPress = ({ target }: MouseEvent) => {
      if (target instanceof Node && content.current?.closest('.ant-popover')?.contains(target) !== true && byKey) onClose()
    }
    const onKey = (event: KeyboardEvent) => {
      if (content.current?.contains(document.activeElement) !== true || event.key === 'Escape') onClose()
    }
    document.addEventListener('mousemove', onMove)
    document.addEventListener('mousedown', onPress, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('mousemove', onMove)
      document.removeEventListener('mousedown', onPress, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [box, byKey, onClose])
  return (
    <Popover
      open
      placement="bottomLeft"
      content={
        <div ref={content}>
          <WhyClass key={`${asked.rowId} ${asked.schemeId}`} tableId={tableId} rowId={asked.rowId} schemeId={asked.schemeId} />
        </div>
      }
    >
      <span className="why-anchor" style={{ left: box.left, top: box.top, width: box.width, height: box.height }} />
    </Popover>
  )
}

/** Room enough to go from the one to the other. */
const nearby = 12

function isNear({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - nearby && x <= right + nearby && y >= top - nearby && y <= bottom + nearby
}
