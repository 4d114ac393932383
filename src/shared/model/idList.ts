import type { CellValue } from './cell.ts'

/** The ids of a multiple-select cell, each once, in their order. */
export function readIds(value: CellValue): number[] {
  if (typeof value === 'number') return [value]
  if (value === null) return []
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? [...new Set(parsed.filter(isId))] : []
  } catch {
    return []
  }
}

const isId = (item: unknown): item is number => Number.isInteger(item)

/** The stored form of ids; none is an empty cell. */
export const writeIds = (ids: readonly number[]): string | null => (ids.length === 0 ? null : JSON.stringify([...new Set(ids)]))
