import type { EffectMeasure, StrategyEffect } from '#shared/contract/classHistory.ts'

/** What a measure comes to per row, and by how much it changed; null where there was nothing to compare with. */
export type EffectLine = { key: EffectMeasure['key']; before: number; after: number; change: number | null }

/** A measure per row of the class, and per row of the others. */
export function effectLines({ rows, otherRows, measures }: Pick<StrategyEffect, 'rows' | 'otherRows' | 'measures'>): {
  chosen: EffectLine
  others: EffectLine | null
}[] {
  return measures.map(({ key, before, after, otherBefore, otherAfter }) => ({
    chosen: lineOf(key, before, after, rows),
    others: otherRows === 0 ? null : lineOf(key, otherBefore, otherAfter, otherRows),
  }))
}

function lineOf(key: EffectMeasure['key'], before: number, after: number, rows: number): EffectLine {
  const [was, is] = rows === 0 ? [0, 0] : [before / rows, after / rows]
  return { key, before: was, after: is, change: was === 0 ? (is === 0 ? 0 : null) : is / was - 1 }
}
