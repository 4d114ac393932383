import type { WindowPlace } from './preferences.ts'

export type Rectangle = { x: number; y: number; width: number; height: number }

export const smallestWindow = { width: 960, height: 600 }
const firstWindow = { width: 1360, height: 860 }

/** Where a window opens: where the last one was, if a screen is still there, else in the middle of a fitting size. */
export function placeOf(remembered: WindowPlace | null, screens: readonly Rectangle[]): Partial<Rectangle> & { width: number; height: number } {
  const home = screens[0]
  const width = Math.min(firstWindow.width, home?.width ?? firstWindow.width)
  const height = Math.min(firstWindow.height, home?.height ?? firstWindow.height)
  if (remembered === null || !screens.some((screen) => isReachable(remembered, screen))) return { width, height }
  const { x, y } = remembered
  return { x, y, width: Math.max(remembered.width, smallestWindow.width), height: Math.max(remembered.height, smallestWindow.height) }
}

/** Enough of the title bar is on the screen to take hold of it. */
function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return visible >= 100 && window.y >= screen.y && window.y <= screen.y + screen.height - 40
}
