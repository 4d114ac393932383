import { expect, test } from 'vitest'
import type { PageItem } from '#shared/contract/records.ts'
import { cellOf, lineCount, lineKey, linesOf, withCell } from '#renderer/grid/gridLine.ts'

const places = new Map([
  [7, 0],
  [9, 1],
])
const row = (id: number): PageItem => ({ kind: 'row', id, number: id, cells: [`r${id}`, id] })
const page = (total: number, items: PageItem[]) => ({ total, rowCount: total, items })

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
