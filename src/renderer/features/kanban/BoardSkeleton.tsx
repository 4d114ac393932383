import { Skeleton } from '#renderer/ui/Skeleton.tsx'

/** Lanes in the shape of those that are being read. */
export function BoardSkeleton() {
  return (
    <div className="kanban" aria-hidden="true">
      {[0, 1, 2, 3].map((place) => (
        <section key={place} className="lane">
          <Skeleton lines={8} />
        </section>
      ))}
    </div>
  )
}
