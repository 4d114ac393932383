/** Before which view a dragged one comes to stand when it is let go on the left or right half of another; undefined where it stays. */
export function beforeViewId(ids: readonly number[], dragged: number, on: number, isRightHalf: boolean): number | null | undefined {
  const rest = ids.filter((id) => id !== dragged)
  const at = rest.indexOf(on)
  if (at === -1) return undefined
  const before = rest[isRightHalf ? at + 1 : at] ?? null
  const stood = ids[ids.indexOf(dragged) + 1] ?? null
  return before === stood ? undefined : before
}
