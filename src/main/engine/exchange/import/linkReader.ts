import type { SheetPlan } from '#shared/contract/exchange.ts'
import type { ColumnType } from '#shared/model/column.ts'
import type { RawCell } from '../read/workbook.ts'
import { isErrorCell, rawText } from '../read/rawText.ts'
import { refusals, type Refusal } from './cellReader.ts'
import { keyOfRaw } from './matchKey.ts'
import { several, type KeyIndexes } from './keyIndexes.ts'
import type { LinkTask } from './plan.ts'

/** The rows a link cell names: those that are there, and the names of those to be made. */
export type LinkedRows = { ids: number[]; missing: string[] }

export type LinkReader = (raw: RawCell) => LinkedRows | Refusal

/** Finds the rows a cell names, by the whole text first: a name may hold the mark that parts several. */
export function linkReader(link: LinkTask, indexes: KeyIndexes, missing: SheetPlan['missingLinks'], today: string): LinkReader {
  const { matchColumns, column } = link
  const places = matchColumns.map((matchColumn) => ({ matchColumn, index: indexes.of([matchColumn]) }))
  const find = (raw: RawCell): number | undefined => {
    for (const { matchColumn, index } of places) {
      const id = index.find(keyOfRaw(matchColumn, raw, today))
      if (id !== undefined) return id
    }
    return undefined
  }
  const whenMissing = (names: string[]): LinkedRows | Refusal => {
    if (missing === 'leaveEmpty') return { ids: [], missing: [] }
    return missing === 'create' && isWritable(matchColumns[0]?.type) ? { ids: [], missing: names } : refusals.unknownLink
  }
  return (raw) => {
    if (isErrorCell(raw)) return refusals.errorCell
    const found = find(raw)
    if (found === several) return refusals.ambiguousLink
    if (found !== undefined) return { ids: [found], missing: [] }
    const text = rawText(raw).trim()
    const names = column.settings.multiple ? severalNames(text, (name) => find(name) !== undefined) : [text]
    if (names.length < 2) return whenMissing(names)
    const rows: LinkedRows = { ids: [], missing: [] }
    for (const name of names) {
      const id = find(name)
      if (id === several) return refusals.ambiguousLink
      if (id !== undefined) {
        rows.ids.push(id)
        continue
      }
      const absent = whenMissing([name])
      if ('reason' in absent) return absent
      rows.missing.push(...absent.missing)
    }
    return rows
  }
}

/** Whether a row can be made from nothing but this cell. */
function isWritable(type: ColumnType | undefined): boolean {
  return type === 'text' || type === 'longText' || type === 'phone'
}

/** The names in a text such as `甲、乙、丙`; a name that holds the mark itself is kept whole where it is known. */
function severalNames(text: string, isKnown: (name: string) => boolean): string[] {
  const parts = text.split(/([、，,；;|\n])/)
  const names: string[] = []
  for (let from = 0; from < parts.length;) {
    // Names stand in the even places, marks between them; the longest known name wins.
    let to = Math.min(parts.length - 1, from + 8)
    while (
      to > from &&
      !isKnown(
        parts
          .slice(from, to + 1)
          .join('')
          .trim(),
      )
    )
      to -= 2
    const name = parts
      .slice(from, to + 1)
      .join('')
      .trim()
    if (name !== '') names.push(name)
    from = to + 2
  }
  return names
}
