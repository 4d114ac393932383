import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { followChanges, newQueryClient } from '../client/queryClient.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Look } from './Look.tsx'
import { SlotsContext, type Slots } from './slots.ts'
import { Window } from './Window.tsx'

/** The whole window: data, look and language around the welcome screen or the frame. */
export function App({ slots }: { slots: Slots }) {
  const [client] = useState(newQueryClient)
  useEffect(() => followChanges(client), [client])
  return (
    <QueryClientProvider client={client}>
      <SlotsContext value={slots}>
        <Look>
          <ErrorBoundary>
            <Window />
          </ErrorBoundary>
        </Look>
      </SlotsContext>
    </QueryClientProvider>
  )
}
