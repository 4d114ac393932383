import { useState } from 'react'

/** The value given first of those that say the same, so that what depends on it is made anew only when it says something else. */
export function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value)
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept
  setKept(value)
  return value
}
