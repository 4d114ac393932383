import { useEffect, useState } from 'react'

/** The local day as ISO text; changes at midnight while the window is open. */
export function useToday(): string {
  const [today, setToday] = useState(localDay)
  useEffect(() => {
    const timer = setInterval(() => setToday(localDay()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}

/** The local day now, as ISO text. */
export function localDay(now: Date = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0')
  const day = String(now.getDate()).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${day}`
}
