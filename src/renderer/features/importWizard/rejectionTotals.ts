import type { Rejection } from '#shared/contract/exchange.ts'

/** Cells of one kind that were not taken: the sheet and column they stand in, and the reason. */
export type RejectionTotal = { key: string; sheet: string; column: string | null; reason: Rejection['reason']; count: number }

/** How many cells were not taken for which reason, the most frequent first. */
export function rejectionTotals(rejections: readonly Rejection[]): RejectionTotal[] {
  const totals = new Map<string, RejectionTotal>()
  for (const rejection of rejections) {
    const key = totalKey(rejection)
    const { sheet, column, reason } = rejection
    const total = totals.get(key)
    if (total === undefined) totals.set(key, { key, sheet, column, reason, count: 1 })
    else total.count += 1
  }
  return [...totals.values()].toSorted((one, other) => other.count - one.count)
}

/** Rejections with the same key are counted together. */
export function totalKey({ sheet, column, reason }: Pick<Rejection, 'sheet' | 'column' | 'reason'>): string {
  return JSON.stringify([sheet, column, reason])
}
