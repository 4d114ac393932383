import type { ChangedEvent } from '#shared/contract/events.ts'
import type { BaseDescription } from '#shared/contract/base.ts'
import { QueryClient } from '@tanstack/react-query'
import type { ClientError } from './clientError.ts'
import { onEvent } from './events.ts'
import { isTouched, type Reads } from './reads.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ClientError
    queryMeta: { reads: Reads | null }
  }
}

export const describeKey = ['base.describe', {}] as const

/** What was read stays until a change touches it: the engine is next door, and it tells. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Nothing here needs a network, and no answer gets better by asking again.
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Refetches what a change touched, and forgets everything when another base opens. */
export function followChanges(client: QueryClient): () => void {
  const stops = [
    onEvent('changed', (event) => {
      patchDescription(client, event)
      void client.invalidateQueries({
        // What is being read anew may hold other rows by now than the last answer.
        predicate: ({ meta, state }) =>
          meta?.reads !== undefined && meta.reads !== null && isTouched(meta.reads, event, state.fetchStatus === 'idle' ? state.data : undefined),
      })
    }),
    onEvent('baseOpened', () => forgetBase(client)),
    onEvent('baseClosed', () => forgetBase(client)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Row counts and the next undo travel with the event: no need to describe the base again for them. */
function patchDescription(client: QueryClient, event: ChangedEvent): void {
  client.setQueryData<BaseDescription>(describeKey, (description) => {
    if (description === undefined) return undefined
    const counts = event.tables.map(({ tableId, rowCount }) => [tableId, rowCount] as const)
    return {
      ...description,
      rowCounts: { ...description.rowCounts, ...Object.fromEntries(counts) },
      history: event.history,
    }
  })
}

function forgetBase(client: QueryClient): void {
  client.removeQueries({ predicate: ({ meta }) => meta?.reads !== undefined && meta.reads !== null })
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'app.state' })
}
