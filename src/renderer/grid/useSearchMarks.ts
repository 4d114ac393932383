import type { GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import type { GridLine } from './gridLine.ts'

/** Marks what is searched for in the cells on screen, without touching them. */
export function useSearchMarks(api: GridApi<GridLine> | null, root: RefObject<HTMLElement | null>, search: string): void {
  useEffect(() => {
    const words = search
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    if (api === null || words.length === 0 || !('highlights' in CSS)) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const mark = () => {
      const ranges = [...(root.current?.querySelectorAll('.ag-row:not(.ag-row-pinned) .ag-cell') ?? [])].flatMap((cell) => rangesIn(cell, words))
      CSS.highlights.set(name, new Highlight(...ranges))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(mark, 60)
    }
    later()
    const events = ['modelUpdated', 'viewportChanged', 'bodyScrollEnd', 'virtualColumnsChanged'] as const
    for (const event of events) api.addEventListener(event, later)
    return () => {
      clearTimeout(timer)
      CSS.highlights.delete(name)
      for (const event of events) if (!api.isDestroyed()) api.removeEventListener(event, later)
    }
  }, [api, root, search])
}

const name = 'grid-search'

function rangesIn(cell: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (const word of words) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
    }
  }
  return ranges
}
