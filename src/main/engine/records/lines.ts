import { isFolded } from '#shared/model/folding.ts'
import type { GroupHead, RowList } from './rowList.ts'

/** The head of a group as a line. */
export type HeadLine = {
  kind: 'head'
  head: GroupHead
  collapsed: boolean
  line: number
  /** Heads it lies under, outermost first. */ above: readonly HeadLine[]
}

/** A stretch of the list as it is shown: one head, or rows that follow each other. */
export type Stretch = HeadLine | { kind: 'rows'; from: number; to: number; line: number; above: readonly HeadLine[] }

/** The list as lines: heads and rows, without what lies in collapsed groups. */
export type Lines = { total: number; stretches: Stretch[] }

export function linesOf(list: RowList, collapsed: ReadonlySet<string>): Lines {
  if (list.groups.length === 0) return { total: list.ids.length, stretches: [{ kind: 'rows', from: 0, to: list.ids.length, line: 0, above: [] }] }
  const stretches: Stretch[] = []
  let line = 0
  let hiddenUntil = -1
  let open: readonly HeadLine[] = []
  list.groups.forEach((head, index) => {
    if (head.from < hiddenUntil) return
    const isCollapsed = isFolded(collapsed, head.key)
    const shown: HeadLine = { kind: 'head', head, collapsed: isCollapsed, line, above: open.slice(0, head.depth) }
    open = [...shown.above, shown]
    stretches.push(shown)
    line += 1
    if (isCollapsed) {
      hiddenUntil = head.to
      return
    }
    const next = list.groups[index + 1]
    const isInnermost = next === undefined || next.depth <= head.depth
    if (!isInnermost) return
    stretches.push({ kind: 'rows', from: head.from, to: head.to, line, above: open })
    line += head.to - head.from
  })
  return { total: line, stretches }
}

/** The stretches that show lines `offset` to `offset + limit`, cut to them. */
export function linesBetween(lines: Lines, offset: number, limit: number): Stretch[] {
  const end = Math.min(offset + limit, lines.total)
  const found: Stretch[] = []
  for (let index = firstStretchAt(lines.stretches, offset); index < lines.stretches.length; index += 1) {
    const stretch = lines.stretches[index]
    if (stretch === undefined || stretch.line >= end) break
    if (stretch.kind === 'head') {
      if (stretch.line >= offset) found.push(stretch)
    } else {
      const from = stretch.from + Math.max(0, offset - stretch.line)
      const to = Math.min(stretch.to, stretch.from + end - stretch.line)
      if (to > from) found.push({ ...stretch, from, to, line: Math.max(stretch.line, offset) })
    }
  }
  return found
}

/** The last stretch that begins at or before a line. */
function firstStretchAt(stretches: readonly Stretch[], line: number): number {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((stretches[middle]?.line ?? 0) <= line) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
