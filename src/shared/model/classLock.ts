import { z } from 'zod'
import type { CellValue } from './cell.ts'
import { writeIds } from './idList.ts'

const id = z.number().int().positive()

/** A class, or tags, that a person gave a row; while it is in force the row keeps them, whatever the rule says. */
export const classLockSchema = z.object({
  /** Null: the row is to have no class. */
  optionId: id.nullable(),
  /** The tags of a row whose scheme gives tags, all of them; `optionId` is null then, and no tag is an empty list. */
  optionIds: z.array(id).exactOptional(),
  reason: z.string(),
  /** The last day on which it is in force, ISO; null: until it is taken back. */
  until: z.string().nullable(),
  by: id.nullable(),
  /** When it was given (UTC). */
  at: z.string(),
})
export type ClassLock = z.infer<typeof classLockSchema>

/** Whether a lock is in force on a day. */
export const isInForce = ({ until }: Pick<ClassLock, 'until'>, today: string): boolean => until === null || until >= today

/** Whether two locks say the same, whoever gave them and when. */
export function isSameLock(left: ClassLock | null, right: ClassLock | null): boolean {
  if (left === null || right === null) return left === right
  return cellOfLock(left) === cellOfLock(right) && left.reason === right.reason && left.until === right.until
}

/** The cell of a row that is locked so. */
export const cellOfLock = ({ optionId, optionIds }: Pick<ClassLock, 'optionId' | 'optionIds'>): CellValue =>
  optionIds === undefined ? optionId : writeIds(optionIds)
