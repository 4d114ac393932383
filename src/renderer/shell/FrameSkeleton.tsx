import { Skeleton } from '../ui/Skeleton.tsx'
import './frame.css'

/** The shape of the frame while the base is being read. */
export function FrameSkeleton() {
  return (
    <div className="frame-skeleton">
      <div className="frame-skeleton__side">
        <Skeleton lines={8} />
      </div>
      <Skeleton lines={12} />
    </div>
  )
}
