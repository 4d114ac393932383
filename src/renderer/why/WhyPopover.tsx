import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { WhyClass } from './WhyClass.tsx'

type WhyPopoverProps = { tableId: number; rowId: number; schemeId: number; label: string; children: ReactNode }

/** A class that tells why under the mouse and when it is pressed. */
export function WhyPopover({ tableId, rowId, schemeId, label, children }: WhyPopoverProps) {
  return (
    <Popover
      trigger={['hover', 'click']}
      mouseEnterDelay={0.4}
      placement="bottomLeft"
      destroyOnHidden
      content={<WhyClass tableId={tableId} rowId={rowId} schemeId={schemeId} />}
    >
      <button type="button" className="why-button" aria-label={label}>
        {children}
      </button>
    </Popover>
  )
}
