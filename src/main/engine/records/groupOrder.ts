import type { CellValue } from '#shared/model/cell.ts'
import type { Group } from '#shared/model/group.ts'
import type { GroupHead, RowList } from './rowList.ts'

/** What groups of one level stand in order of; null leaves them as they are. */
export type Measure = ((head: GroupHead) => CellValue) | null

/** The list with its groups in order of their measures; ties, and rows inside a group, stay as they stood. */
export function withGroupsOrdered(list: RowList, groups: readonly Pick<Group, 'direction'>[], measures: readonly Measure[]): RowList {
  if (measures.every((measure) => measure === null)) return list
  const ids = new Float64Array(list.ids.length)
  const heads: GroupHead[] = []
  let filled = 0
  const place = (siblings: readonly Node[], depth: number): void => {
    const measure = measures[depth] ?? null
    const sign = groups[depth]?.direction === 'descending' ? -1 : 1
    const ordered = measure === null ? siblings : siblings.toSorted((one, other) => compare(one.head, other.head, measure, sign))
    for (const { head, inner } of ordered) {
      const placed = { ...head, from: filled }
      heads.push(placed)
      if (inner.length > 0) place(inner, depth + 1)
      else {
        ids.set(list.ids.subarray(head.from, head.to), filled)
        filled += head.to - head.from
      }
      placed.to = filled
    }
  }
  place(treeOf(list.groups), 0)
  return { ids, groups: heads }
}

type Node = { head: GroupHead; inner: Node[] }

function treeOf(heads: readonly GroupHead[]): Node[] {
  const roots: Node[] = []
  const open: Node[] = []
  for (const head of heads) {
    const node: Node = { head, inner: [] }
    open.length = head.depth
    const outer = open.at(-1)
    if (outer === undefined) roots.push(node)
    else outer.inner.push(node)
    open.push(node)
  }
  return roots
}

/** The empty group last, then those of which nothing can be said. */
function compare(one: GroupHead, other: GroupHead, measure: NonNullable<Measure>, sign: number): number {
  const isEmpty = Number(one.value === null) - Number(other.value === null)
  if (isEmpty !== 0) return isEmpty
  const left = measure(one)
  const right = measure(other)
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return left === right ? 0 : left < right ? -sign : sign
}
