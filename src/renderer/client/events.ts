import type { AppEvents, Bridge } from '#shared/contract/events.ts'

declare global {
  interface Window {
    /** What the preload script offers, and nothing else. */
    kebu: Bridge
  }
}

/** Listens to one kind of event from the main process; the answer stops it. */
export function onEvent<Name extends keyof AppEvents>(name: Name, listener: (payload: AppEvents[Name]) => void): () => void {
  return window.kebu.subscribe((eventName, payload) => {
    if (isEvent(name, eventName, payload)) listener(payload)
  })
}

function isEvent<Name extends keyof AppEvents>(
  wanted: Name,
  name: keyof AppEvents,
  _payload: AppEvents[keyof AppEvents],
): _payload is AppEvents[Name] {
  return name === wanted
}
