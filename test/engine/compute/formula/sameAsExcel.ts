import type { CellValue } from '#shared/model/cell.ts'

/** Numbers to nine digits, truths as 1 and 0, failures by their code, the empty text as nothing. */
export function sameAsExcel(ours: CellValue, theirs: unknown): boolean {
  if (theirs instanceof Error) return ours === theirs.message
  if (typeof theirs === 'boolean') return ours === Number(theirs)
  if (typeof theirs !== 'number') return (ours ?? '') === theirs
  // Where a number is none, JavaScript's own signs stand for a failure.
  if (!Number.isFinite(theirs)) return typeof ours === 'string' && ours.startsWith('#')
  return typeof ours === 'number' && Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs))
}
