import { Button } from 'antd'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { footStatusId } from '#renderer/shell/FootBar.tsx'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { useT } from '#renderer/ui/lang.ts'
import './gridStatus.css'
import { MissingCount } from './MissingCount.tsx'
import { RangeStatus } from './RangeStatus.tsx'

type GridStatusProps = { tableId: number; rows: number | null; total: number; readOnly: boolean; onBulk: () => void; onDelete: () => void }

/** In the foot bar: how many rows, and what is ticked or chosen. */
export function GridStatus({ tableId, rows, total, readOnly, onBulk, onDelete }: GridStatusProps) {
  const t = useT()
  const ticked = useRowSelection((state) => state.ids.size)
  const clear = useRowSelection((state) => state.clear)
  const place = useSyncExternalStore(never, () => document.getElementById(footStatusId))
  if (place === null) return null
  return createPortal(
    <div className="grid-status">
      {rows === null ? null : <span>{rows === total ? t('common.rowCount', { count: rows }) : t('grid.rowsOf', { count: rows, total })}</span>}
      <MissingCount tableId={tableId} />
      {ticked === 0 ? (
        <RangeStatus />
      ) : (
        <>
          <span className="grid-status__ticked">{t('grid.rowsSelected', { count: ticked })}</span>
          {readOnly ? null : (
            <Button size="small" type="text" onClick={onBulk}>
              {t('bulk.open')}
            </Button>
          )}
          {readOnly ? null : (
            <Button size="small" type="text" danger onClick={onDelete}>
              {t('grid.deleteRows', { count: ticked })}
            </Button>
          )}
          <Button size="small" type="text" onClick={clear}>
            {t('grid.clearSelection')}
          </Button>
        </>
      )}
    </div>,
    place,
  )
}

// The foot bar stands before the screen does and stays.
const never = () => () => undefined
