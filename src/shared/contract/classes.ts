import { z } from 'zod'
import type { CellValue } from '../model/cell.ts'
import { read, write } from './operation.ts'
import { ruleSchema, type Scheme } from '../model/scheme.ts'

const id = z.number().int().positive()

/** Why a row has its class: the values read and the part of the rule that decided. */
export type Explanation = {
  schemeId: number
  optionId: number | null
  /** The inputs, by column. */
  values: { columnId: number; value: CellValue }[]
  /** The metric the rule compared, when it compares one. */
  metric: number | null
  reason: ExplanationReason
  /** When the row came into this class (UTC), where the log knows. */
  since: string | null
}

export type ExplanationReason =
  | { kind: 'band'; from: number | null; below: number | null }
  | { kind: 'decision'; /** 0-based row of the table that held. */ row: number }
  | { kind: 'percentile'; threshold: number; upper: boolean }
  | { kind: 'share'; /** Share of the total held by rows ahead of this one, 0–1. */ before: number; rank: number; population: number; below: number }
  | { kind: 'absolute'; from: number | null; population: number; minimumPopulation: number }
  | { kind: 'nothing' }
  | { kind: 'fallback' }

export type ClassMove = { rowId: number; title: string; fromOptionId: number | null; toOptionId: number | null; at: string }

export const classOperations = {
  'classes.explain': read<Explanation[]>()(z.object({ tableId: id, rowId: id })),
  'classes.moves': read<ClassMove[]>()(z.object({ schemeId: id, limit: z.number().int().min(1).max(500).default(100) })),
  /** How many rows stand in each class; null counts 未分类. */
  'classes.counts': read<{ optionId: number | null; count: number }[]>()(z.object({ schemeId: id })),
  'schemes.create': write<Scheme>()(
    z.object({
      tableId: id,
      code: z.string().min(1),
      name: z.string().min(1),
      targetColumnId: id,
      rule: ruleSchema,
      fallbackOptionId: id.nullable(),
    }),
  ),
  'schemes.update': write<Scheme>()(
    z.object({
      schemeId: id,
      name: z.string().min(1).optional(),
      rule: ruleSchema.optional(),
      fallbackOptionId: id.nullable().optional(),
      enabled: z.boolean().optional(),
    }),
  ),
  'schemes.delete': write<{ schemeId: number }>()(z.object({ schemeId: id })),
  /** Classes every row of the base anew, or of one scheme. */
  'schemes.run': write<{ moved: number }>()(z.object({ schemeId: id.nullable() })),
}
