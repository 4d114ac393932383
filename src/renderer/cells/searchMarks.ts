import type { TextSpan } from '#shared/contract/search.ts'
import { call } from '../client/call.ts'

/** Marks that are kept up: `later` is called when other texts may be on screen. */
export type SearchMarks = { later: () => void; stop: () => void }

/**
 * Marks what is searched for in the texts on screen, by sound too, without touching them; `highlight` names how a style sheet
 * paints it. Null where nothing is searched for.
 */
export function markSearch(highlight: string, search: string, textsOn: () => readonly Element[]): SearchMarks | null {
  const typed = search.trim().slice(0, 1000)
  if (typed === '' || !('highlights' in CSS)) return null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const known = new Map<string, readonly TextSpan[]>()
  const mark = async () => {
    const nodes = textsOn().flatMap(textNodesOf)
    // The engine finds, so that what is marked is what was found; what was asked once is not asked again.
    const texts = [...new Set(nodes.map(textOf))].filter((text) => !known.has(text)).slice(0, 5000)
    if (texts.length > 0) {
      const spans = await call('search.marks', { typed, texts }).catch(() => [])
      texts.forEach((text, at) => known.set(text, spans[at] ?? []))
    }
    if (!isOver)
      CSS.highlights.set(highlight, new Highlight(...nodes.flatMap((node) => (known.get(textOf(node)) ?? []).flatMap((span) => rangeIn(node, span)))))
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void mark(), 60)
  }
  later()
  const stop = () => {
    isOver = true
    clearTimeout(timer)
    CSS.highlights.delete(highlight)
  }
  return { later, stop }
}

function textNodesOf(element: Element): Node[] {
  const nodes: Node[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (textOf(node) !== '') nodes.push(node)
  return nodes
}

const textOf = (node: Node): string => node.nodeValue ?? ''

/** The stretch as a range; none where something else stands there by now. */
function rangeIn(node: Node, { from, to }: TextSpan): Range[] {
  if (!node.isConnected || to > textOf(node).length) return []
  const range = new Range()
  range.setStart(node, from)
  range.setEnd(node, to)
  return [range]
}
