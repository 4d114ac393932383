import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Puts the caret into a field when it appears: behind what a key began, or with all selected. */
export function useFocus<Field extends HTMLInputElement | HTMLTextAreaElement>(typed: string | null): RefObject<Field | null> {
  const field = useRef<Field>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    element.focus({ preventScroll: true })
    if (typed === null) element.select()
    else element.setSelectionRange(element.value.length, element.value.length)
    // Only when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return field
}
