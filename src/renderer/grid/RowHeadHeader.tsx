import { useT } from '../ui/lang.ts'
import { useGridHeaders } from './gridContext.ts'

/** The corner: ticks all rows. */
export function RowHeadHeader() {
  const t = useT()
  const headers = useGridHeaders()
  return (
    <button
      type="button"
      className={headers?.allTicked === true ? 'line-head-header line-head-header--ticked' : 'line-head-header'}
      role="checkbox"
      tabIndex={-1}
      aria-checked={headers?.allTicked === true}
      aria-label={t('grid.selectAll')}
      title={t('grid.selectAll')}
      onClick={() => headers?.toggleAll()}
    />
  )
}
