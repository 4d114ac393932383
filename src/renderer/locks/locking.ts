import { create } from 'zustand'

/** Rows whose class in one column is to be set by hand. */
export type LockRequest = {
  tableId: number
  columnId: number
  rowIds: readonly number[]
  /** The class already chosen, null for none, where a row was dropped on it; absent: what it has. */
  optionId?: number | null
}

/** What is asked for at the moment. */
export const useLocking = create<{ request: LockRequest | null }>(() => ({ request: null }))

/** Opens the dialog in which a class is set by hand, or given back to its rule. */
export function askToLock(request: LockRequest): void {
  useLocking.setState({ request })
}

export const closeLocking = (): void => useLocking.setState({ request: null })
