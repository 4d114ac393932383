import type { CellValue } from '#shared/model/cell.ts'
import { readIds } from '#shared/model/idList.ts'
import { numberOrNull } from './numberOrNull.ts'

/** From class to class; a tag that comes, or goes, comes from nothing or goes to it. */
export type Step = { from: number | null; to: number | null }

/** What the log of moves tells of a cell that changed: one step of a class, or one for each tag that went or came. */
export function movesBetween(from: CellValue, to: CellValue): Step[] {
  if (typeof from !== 'string' && typeof to !== 'string') return [{ from: numberOrNull(from), to: numberOrNull(to) }]
  const [was, is] = [readIds(from), readIds(to)]
  return [
    ...was.filter((id) => !is.includes(id)).map((id): Step => ({ from: id, to: null })),
    ...is.filter((id) => !was.includes(id)).map((id): Step => ({ from: null, to: id })),
  ]
}

/** The cell of a class column as SQL answered it. */
export const classCell = (value: unknown): CellValue => (typeof value === 'number' || typeof value === 'string' ? value : null)
