import type { GroupItem, Page, PageItem } from '#shared/contract/records.ts'
import type { CellValue } from '#shared/model/cell.ts'

/** Where each column's cell stands in the cells of a page's rows. */
export type Places = ReadonlyMap<number, number>

export type RowLine = Extract<PageItem, { kind: 'row' }> & {
  places: Places
  /** The groups it lies in, outermost first. */ heads: readonly GroupLine[]
}
export type GroupLine = GroupItem & { heads: readonly GroupLine[]; /** What is said of its rows, once it is known. */ texts: FootTexts }

/** What stands under columns: the name of a statistic, and its value once it is known. */
export type FootTexts = ReadonlyMap<number, { label: string; text: string }>

/** A line of the grid: a row, the head of a group, the line that adds a row, or the foot. */
export type GridLine = RowLine | GroupLine | { kind: 'add' } | { kind: 'foot'; texts: FootTexts }

/** The lines of a page; one more after the last row adds a row. */
export function linesOf(page: Page, places: Places, offset: number, limit: number, canAdd: boolean): GridLine[] {
  let open: readonly GroupLine[] = []
  const headOf = (item: GroupItem): GroupLine => {
    const head: GroupLine = { ...item, heads: open.slice(0, item.depth), texts: noTexts }
    open = [...head.heads, head]
    return head
  }
  for (const item of page.above) headOf(item)
  const lines: GridLine[] = page.items.map((item) => (item.kind === 'row' ? { ...item, places, heads: open } : headOf(item)))
  const isLastPage = offset + limit > page.total && page.total >= offset
  if (canAdd && isLastPage && lines.length < limit) lines.push({ kind: 'add' })
  return lines
}

const noTexts: FootTexts = new Map()

/** How many lines the grid has in all. */
export const lineCount = (page: Page, canAdd: boolean): number => page.total + (canAdd ? 1 : 0)

export function cellOf(line: RowLine, columnId: number): CellValue {
  const place = line.places.get(columnId)
  return place === undefined ? null : (line.cells[place] ?? null)
}

/** The row with one cell changed, as it will be once the engine has it. */
export function withCell(line: RowLine, columnId: number, value: CellValue): RowLine {
  const place = line.places.get(columnId)
  return place === undefined ? line : { ...line, cells: line.cells.with(place, value) }
}

/** Names a line among all lines, from one refetch to the next. */
export function lineKey(line: GridLine): string {
  switch (line.kind) {
    case 'row':
      return `row ${line.id}`
    case 'group':
      return `group ${line.key}`
    default:
      return line.kind
  }
}
