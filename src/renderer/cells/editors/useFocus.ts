import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Puts the caret into a field when it appears: behind what a key began, or with all selected. */
export function useFocus<Field extends HTMLInputElement | HTMLTextAreaElement>(typed: string | null): RefObject<Field | null> {
  const field = useRef<Field>(null)
  const [begun] = useState(typed)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    element.focus({ preventScroll: true })
    if (begun === null) element.select()
    else element.setSelectionRange(element.value.length, element.value.length)
  }, [begun])
  return field
}
