import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import { read } from './operation.ts'

const id = z.number().int().positive()
const day = z.iso.date()
const span = { schemeId: id, /** The classes at the end of these days. */ from: day, to: day }

/** Who went from which class to which between two days; null is 未分类. */
export type Migration = {
  /** The day the scheme was made: of days before it nothing is known but the first class a row had. */
  madeOn: string
  /** Rows that are there now and were on both days. */
  rows: number
  cells: { fromOptionId: number | null; toOptionId: number | null; count: number }[]
  /** Rows made after the first day, by their class on the second. */
  fresh: { toOptionId: number | null; count: number }[]
}

/** What was sold to rows, and how often they were spoken to, in the days before and after a day. */
export type EffectMeasure = {
  key: 'orders' | 'amount' | 'followUps'
  /** Sums over the rows of the class, then over the other rows of the table. */
  before: number
  after: number
  otherBefore: number
  otherAfter: number
}

export type StrategyEffect = {
  /** The day the scheme was made, as of `Migration`. */
  madeOn: string
  /** How many days on either side: those asked for, or as many as have passed. */
  days: number
  before: { from: string; to: string }
  after: { from: string; to: string }
  /** Rows that were in the class at the end of the day before, and the others that were there. */
  rows: number
  otherRows: number
  measures: EffectMeasure[]
  /** Measures that the table has no columns for, by role. */
  missing: EffectMeasure['key'][]
}

export const classHistoryOperations = {
  'classes.migration': read<Migration>()(z.object(span)),
  'classes.migrationRows': read<{ rowId: number; title: string }[]>()(
    z.object({
      ...span,
      /** `fresh`: rows made after the first day. */
      fromOptionId: z.union([id, z.literal('fresh')]).nullable(),
      toOptionId: id.nullable(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
  ),
  'classes.migrationXlsx': read<{ path: string }>()(z.object({ ...span, path: z.string(), lang: langSchema })),
  'classes.effect': read<StrategyEffect>()(z.object({ schemeId: id, optionId: id, day, days: z.number().int().min(1).max(730) })),
}
