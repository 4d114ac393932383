import type { CellValue } from '#shared/model/cell.ts'

/**
 * Numbers to nine digits, truths as 1 and 0, failures by their code, the empty text as nothing. Where large inputs cancel
 * each other out, what is left is only as exact as the largest of them: there the two may differ by its last digits.
 */
export function sameAsExcel(ours: CellValue, theirs: unknown, inputs: readonly unknown[] = []): boolean {
  if (theirs instanceof Error) return ours === theirs.message
  if (typeof theirs === 'boolean') return ours === Number(theirs)
  if (typeof theirs !== 'number') return (ours ?? '') === theirs
  // Where a number is none, JavaScript's own signs stand for a failure.
  if (!Number.isFinite(theirs)) return typeof ours === 'string' && ours.startsWith('#')
  const largest = Math.max(0, ...inputs.map((input) => (typeof input === 'number' ? Math.abs(input) : 0)))
  const allowed = Math.max(1e-9 * Math.max(1, Math.abs(theirs)), 4 * Number.EPSILON * largest)
  return typeof ours === 'number' && Math.abs(ours - theirs) <= allowed
}
