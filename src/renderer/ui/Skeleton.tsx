import './skeleton.css'

/** Lines in the shape of what is being read. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton__line" style={{ width: `${widths[index % widths.length] ?? 60}%` }} />
      ))}
    </div>
  )
}

const widths = [72, 54, 84, 40, 64] as const
