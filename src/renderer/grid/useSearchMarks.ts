import type { TextSpan } from '#shared/contract/search.ts'
import type { GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import { call } from '../client/call.ts'
import type { GridLine } from './gridLine.ts'

/** Marks what is searched for in the cells on screen, by sound too, without touching them. */
export function useSearchMarks(api: GridApi<GridLine> | null, root: RefObject<HTMLElement | null>, search: string): void {
  useEffect(() => {
    const typed = search.trim().slice(0, 1000)
    if (api === null || typed === '' || !('highlights' in CSS)) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const known = new Map<string, readonly TextSpan[]>()
    const mark = async () => {
      const nodes = textNodesOf(root.current)
      // The engine finds, so that what is marked is what was found; what was asked once is not asked again.
      const texts = [...new Set(nodes.map(textOf))].filter((text) => !known.has(text)).slice(0, 5000)
      if (texts.length > 0) {
        const spans = await call('search.marks', { typed, texts }).catch(() => [])
        texts.forEach((text, at) => known.set(text, spans[at] ?? []))
      }
      if (!isOver)
        CSS.highlights.set(name, new Highlight(...nodes.flatMap((node) => (known.get(textOf(node)) ?? []).flatMap((span) => rangeIn(node, span)))))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void mark(), 60)
    }
    later()
    const events = ['modelUpdated', 'viewportChanged', 'bodyScrollEnd', 'virtualColumnsChanged'] as const
    for (const event of events) api.addEventListener(event, later)
    return () => {
      isOver = true
      clearTimeout(timer)
      CSS.highlights.delete(name)
      for (const event of events) if (!api.isDestroyed()) api.removeEventListener(event, later)
    }
  }, [api, root, search])
}

const name = 'grid-search'

function textNodesOf(root: HTMLElement | null): Node[] {
  return [...(root?.querySelectorAll('.ag-row:not(.ag-row-pinned) .ag-cell') ?? [])].flatMap((cell) => {
    const nodes: Node[] = []
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (textOf(node) !== '') nodes.push(node)
    return nodes
  })
}

const textOf = (node: Node): string => node.nodeValue ?? ''

/** The stretch as a range; none where the cell shows something else by now. */
function rangeIn(node: Node, { from, to }: TextSpan): Range[] {
  if (!node.isConnected || to > textOf(node).length) return []
  const range = new Range()
  range.setStart(node, from)
  range.setEnd(node, to)
  return [range]
}
