import { useCallback } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { notifyError } from '#renderer/shell/notices.ts'

/** Lets a locked view be arranged again. */
export function useUnlockView(viewId: number): () => void {
  return useCallback(() => {
    call('views.setLocked', { viewId, locked: false }).catch((thrown: unknown) => notifyError(errorOf(thrown)))
  }, [viewId])
}
