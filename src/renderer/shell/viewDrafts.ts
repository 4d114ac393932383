import type { BaseDescription } from '#shared/contract/base.ts'
import type { ViewSettings } from '#shared/model/view.ts'
import { notifyManager, type QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { describeKey } from '../client/queryClient.ts'

/** Settings of views that the screen already shows and the file does not have yet. */
type ViewDrafts = {
  drafts: Readonly<Record<number, ViewSettings>>
  change: (viewId: number, settings: ViewSettings) => void
}

/** Dragging a column's edge changes its width many times a second; the file hears of the last one. */
export const useViewDrafts = create<ViewDrafts>((set) => ({
  drafts: {},
  change: (viewId, settings) => {
    set((state) => ({ drafts: { ...state.drafts, [viewId]: settings } }))
    scheduleSave(viewId)
  },
}))

/** Where saved settings go on screen, and who hears of failures; set once by the frame. */
export function connectViewDrafts(client: QueryClient, onError: (error: ReturnType<typeof errorOf>) => void): void {
  connected = { client, onError }
}

/** Saves at once what still waits; before the base is closed. */
export async function saveViewDrafts(): Promise<void> {
  await Promise.all(Object.keys(useViewDrafts.getState().drafts).map((viewId) => save(Number(viewId))))
}

const delay = 400
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let connected: { client: QueryClient; onError: (error: ReturnType<typeof errorOf>) => void } | null = null

function scheduleSave(viewId: number): void {
  clearTimeout(timers.get(viewId))
  timers.set(
    viewId,
    setTimeout(() => void save(viewId), delay),
  )
}

async function save(viewId: number): Promise<void> {
  clearTimeout(timers.get(viewId))
  timers.delete(viewId)
  const settings = useViewDrafts.getState().drafts[viewId]
  if (settings === undefined) return
  try {
    const view = await call('views.update', { viewId, settings })
    connected?.client.setQueryData<BaseDescription>(
      describeKey,
      (description) => description && { ...description, views: description.views.map((other) => (other.id === viewId ? view : other)) },
    )
  } catch (thrown) {
    connected?.onError(errorOf(thrown))
  }
  // After the screen has heard of the saved settings: else the old ones would show for a moment.
  notifyManager.schedule(() => forget(viewId, settings))
}

/** A draft that changed meanwhile stays: its own save is on the way. */
function forget(viewId: number, saved: ViewSettings): void {
  useViewDrafts.setState((state) => {
    if (state.drafts[viewId] !== saved) return state
    const { [viewId]: _, ...drafts } = state.drafts
    return { drafts }
  })
}
