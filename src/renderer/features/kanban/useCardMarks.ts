import { useEffect, type RefObject } from 'react'
import { markSearch } from '#renderer/cells/searchMarks.ts'

/** Marks what is searched for on the cards on screen, as in the grid. */
export function useCardMarks(root: RefObject<HTMLElement | null>, search: string): void {
  useEffect(() => {
    const board = root.current
    if (board === null) return undefined
    const marks = markSearch('card-search', search, () => [...board.querySelectorAll('.card__title, .card__line dd')])
    if (marks === null) return undefined
    const watcher = new MutationObserver(marks.later)
    watcher.observe(board, { childList: true, subtree: true, characterData: true })
    return () => {
      watcher.disconnect()
      marks.stop()
    }
  }, [root, search])
}
