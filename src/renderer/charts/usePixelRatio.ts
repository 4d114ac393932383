import { useSyncExternalStore } from 'react'

/** How many pixels of the screen a pixel of the page has; told anew when the window is zoomed or taken to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(follow, () => window.devicePixelRatio)
}

/** A query of media asks about one ratio only: after each change another one has to be asked. */
function follow(onChange: () => void): () => void {
  let query: MediaQueryList
  const listen = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    query.addEventListener('change', changed, { once: true })
  }
  const changed = () => {
    listen()
    onChange()
  }
  listen()
  return () => query.removeEventListener('change', changed)
}
