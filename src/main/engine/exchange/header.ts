import { cleanLine } from '#shared/lib/text.ts'
import { rawText } from './read/rawText.ts'
import type { Merge, RawRow } from './read/workbook.ts'

/**
 * The name of each column, from the header row and, where cells are merged, the rows above it. A cell merged from above
 * belongs to the header; a group name above two or more columns (联系人 over 姓名 and 电话) is put in front only
 * where it tells two columns of the same name apart; what is still the same is numbered.
 */
export function headerNames(rows: readonly RawRow[], headerRow: number, merges: readonly Merge[]): string[] {
  const textAt = (row: number, column: number): string => cleanLine(rawText(rows.find((known) => known.number === row + 1)?.cells[column]))
  const above = merges.filter((merge) => merge.top <= headerRow && merge.bottom >= headerRow - 1)
  const covering = (row: number, column: number): Merge | undefined =>
    above.find((merge) => merge.top <= row && merge.bottom >= row && merge.left <= column && merge.right >= column)
  const shownAt = (row: number, column: number): string => {
    const merge = covering(row, column)
    return merge === undefined ? textAt(row, column) : textAt(merge.top, merge.left)
  }
  const width = Math.max(
    rows.find((row) => row.number === headerRow + 1)?.cells.length ?? 0,
    ...above.filter((merge) => merge.bottom >= headerRow).map((merge) => merge.right + 1),
  )
  const plain = Array.from({ length: width }, (_, column) => shownAt(headerRow, column) || loneNameAbove(headerRow, column, covering, textAt))
  const grouped = plain.map((name, column) => {
    const isShared = name !== '' && plain.filter((other) => other === name).length > 1
    const group = headerRow > 0 && isShared ? shownAt(headerRow - 1, column) : ''
    return group === '' || group === name ? name : `${group} ${name}`
  })
  return numbered(grouped)
}

/** Headers in two rows without merging: 电话 stands above an empty cell. A title over the whole sheet does not. */
function loneNameAbove(
  headerRow: number,
  column: number,
  covering: (row: number, column: number) => Merge | undefined,
  textAt: (row: number, column: number) => string,
): string {
  if (headerRow === 0 || column === 0 || covering(headerRow - 1, column) !== undefined) return ''
  return textAt(headerRow - 1, column)
}

/** 电话, 电话 2, 电话 3. */
function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    if (name === '') return name
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  })
}
