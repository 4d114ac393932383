import { useT } from '#renderer/ui/lang.ts'
import { useRangeSums } from '#renderer/grid/rangeSums.ts'

/** What the chosen cells add up to. */
export function RangeStatus() {
  const t = useT()
  const sums = useRangeSums((state) => state.sums)
  if (sums === null) return null
  return (
    <>
      <span>{t('grid.selectedCells', { count: sums.cells })}</span>
      {sums.sum === null ? null : (
        <span>
          {t('grid.sum')} {sums.sum}
        </span>
      )}
      {sums.average === null ? null : (
        <span>
          {t('grid.average')} {sums.average}
        </span>
      )}
    </>
  )
}
