import { localDay } from '#shared/lib/days.ts'
import { useEffect, useState } from 'react'

/** The local day as ISO text; changes at midnight while the window is open. */
export function useToday(): string {
  const [today, setToday] = useState(() => localDay(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(localDay(new Date())), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}
