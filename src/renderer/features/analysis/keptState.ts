import { useState } from 'react'
import { useBase } from '../../client/useBase.ts'

/**
 * A state that stays while the app runs, for each base its own: who looks at another screen and comes back finds the parameters
 * as they were left. `const usePeriod = keptState<AnalysisPeriod>('all')`
 */
export function keptState<Value>(initial: Value): () => [Value, (value: Value) => void] {
  const byBase = new Map<string, Value>()
  return () => {
    const { path } = useBase().description
    const [value, setValue] = useState<Value>(() => byBase.get(path) ?? initial)
    return [
      value,
      (next) => {
        byBase.set(path, next)
        setValue(next)
      },
    ]
  }
}
