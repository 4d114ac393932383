import type { AppState, Settings } from '#shared/contract/app.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../client/call.ts'
import { useOperation } from '../client/useOperation.ts'

const appStateKey = ['app.state', {}] as const

/** What the window starts from: settings, recent bases, the open base. */
export const useAppState = () => useOperation('app.state', {})

/** Changes settings at once on screen; they are remembered from one start to the next. */
export function useChangeSettings(): (change: Partial<Settings>) => void {
  const client = useQueryClient()
  return useCallback(
    (change) => {
      client.setQueryData<AppState>(appStateKey, (state) =>
        state === undefined ? undefined : { ...state, settings: { ...state.settings, ...change } },
      )
      void call('app.saveSettings', change)
    },
    [client],
  )
}
