import { useEffect, useState } from 'react'
import type { FormulaCheck } from '#shared/contract/formulas.ts'
import { useOperation } from '../../../client/useOperation.ts'

/** How long a pause in the typing the check waits for. */
const pauseMs = 200

/** As many rows as leave the list of columns and functions in sight in a small window. */
const shown = 3

/** What the engine says of the formula, a moment after the last key; undefined while it is not known. */
export function useFormulaCheck(tableId: number, source: string): FormulaCheck | undefined {
  const [settled, setSettled] = useState(source)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(source), pauseMs)
    return () => clearTimeout(timer)
  }, [source])
  const { data } = useOperation(
    'formulas.check',
    { tableId, source: settled, samples: shown },
    { enabled: settled.trim() !== '', keepPrevious: true },
  )
  return settled === source ? data : undefined
}
