import { WorkLine } from '../ui/WorkLine.tsx'
import { useLongWork } from './longWork.ts'

/** The write under way, if there is one; a dialog whose own button stops it shows no other. */
export function LongWorkLine({ withCancel = false }: { withCancel?: boolean }) {
  const work = useLongWork((state) => state.work)
  if (work === null) return null
  const { id, label, progress, isStopping, cancel } = work
  return <WorkLine key={id} label={label} progress={progress} isStopping={isStopping} {...(withCancel ? { onCancel: cancel } : {})} />
}
