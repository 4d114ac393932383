import { expect, test } from 'vitest'
import type { GroupItem, PageItem } from '#shared/contract/records.ts'
import { headsAt } from '#renderer/grid/useStickyHeads.ts'
import { cellOf, lineCount, lineKey, linesOf, withCell } from '#renderer/grid/gridLine.ts'

const places = new Map([
  [7, 0],
  [9, 1],
])
const row = (id: number): PageItem => ({ kind: 'row', id, number: id, cells: [`r${id}`, id] })
const page = (total: number, items: PageItem[], above: GroupItem[] = []) => ({ total, rowCount: total, items, above })

test('the line that adds a row comes after the last row, once, even where the last block is full', () => {
  expect(linesOf(page(2, [row(1), row(2)]), places, 0, 100, true).map(lineKey)).toEqual(['row 1', 'row 2', 'add'])
  expect(linesOf(page(2, [row(1), row(2)]), places, 0, 2, true).map(lineKey)).toEqual(['row 1', 'row 2'])
  expect(linesOf(page(2, []), places, 2, 2, true).map(lineKey)).toEqual(['add'])
  expect(linesOf(page(5, [row(1), row(2)]), places, 0, 2, true).map(lineKey)).toEqual(['row 1', 'row 2'])
  expect(lineCount(page(2, []), true)).toBe(3)
  expect(linesOf(page(0, []), places, 0, 100, false)).toEqual([])
})

test('a cell is read and changed by its column', () => {
  const [line] = linesOf(page(1, [row(4)]), places, 0, 10, false)
  if (line?.kind !== 'row') throw new Error('a row')
  expect(cellOf(line, 9)).toBe(4)
  expect(cellOf(line, 1)).toBeNull()
  expect(cellOf(withCell(line, 7, '新'), 7)).toBe('新')
  expect(cellOf(line, 7)).toBe('r4')
})

test('every row knows the groups it lies in, those that began before its page too', () => {
  const head = (key: string, depth: number): GroupItem => ({
    kind: 'group',
    key,
    depth,
    columnId: 7,
    value: key,
    count: 2,
    collapsed: false,
    firstRowId: 1,
  })
  const lines = linesOf(
    page(9, [row(1), head('b', 1), row(2), head('C', 0), head('c', 1), row(3)], [head('A', 0), head('a', 1)]),
    places,
    3,
    6,
    false,
  )
  const paths = lines.flatMap((line) => (line.kind === 'row' || line.kind === 'group' ? [line.heads.map(({ key }) => key).join('/')] : []))
  expect(paths).toEqual(['A/a', 'A', 'A/b', '', 'C', 'C/c'])
  // Over the first line stands the head of its outer group; the head on the second stays where it is.
  expect(headsAt((at) => lines[at - 3], 3).map(({ key }) => key)).toEqual(['A', 'b'])
  expect(headsAt((at) => lines[at - 3], 4).map(({ key }) => key)).toEqual(['A', 'b'])
  expect(headsAt((at) => lines[at - 3], 20)).toEqual([])
})
