import { useEffect, useState } from 'react'
import { useT } from './lang.ts'
import { ProgressLine } from './ProgressLine.tsx'
import './workLine.css'

type WorkLineProps = {
  /** What is being done, such as "adding a column". */
  label: string
  progress: { done: number; total: number | null } | null
  isStopping?: boolean
  onCancel?: () => void
}

/** Long work, how far it is and the way to stop it. What is done within a moment is not seen to begin. */
export function WorkLine({ label, progress, isStopping = false, onCancel }: WorkLineProps) {
  const t = useT()
  const isLate = useIsLate()
  if (!isLate) return null
  const { done, total } = progress ?? { done: 0, total: null }
  const percent = total === null || total === 0 ? null : Math.min(100, Math.floor((done / total) * 100))
  return (
    <div className="work-line">
      <span className="work-line__text" role="status">
        {isStopping ? t('common.stopping') : label}
      </span>
      <ProgressLine done={done} total={total} label={label} />
      <span className="work-line__percent">{percent === null ? null : `${percent}%`}</span>
      {onCancel === undefined ? null : (
        <button type="button" className="work-line__cancel" disabled={isStopping} onClick={onCancel}>
          {t('common.cancel')}
        </button>
      )}
    </div>
  )
}

/** As long as people take for granted, in milliseconds. */
const moment = 400

function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), moment)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}
