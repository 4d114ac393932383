import { Suspense, type ReactNode } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'

/** Keeps the place of a screen whose code is still being read. */
export function Suspended({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton lines={6} />}>{children}</Suspense>
}
