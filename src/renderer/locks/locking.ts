import { create } from 'zustand'

/** Rows whose class in one column is to be set by hand. */
export type LockRequest = { tableId: number; columnId: number; rowIds: readonly number[] }

/** What is asked for at the moment. */
export const useLocking = create<{ request: LockRequest | null }>(() => ({ request: null }))

/** Opens the dialog in which a class is set by hand, or given back to its rule. */
export function askToLock(request: LockRequest): void {
  useLocking.setState({ request })
}

export const closeLocking = (): void => useLocking.setState({ request: null })
