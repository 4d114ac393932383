import type { CellValue } from '#shared/model/cell.ts'

/** A number read from the base, such as the id of a class; null for an empty cell. */
export const numberOrNull = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null)
