import { z } from 'zod'
import { classRuns } from '../model/classRun.ts'
import type { ClassLock } from '../model/classLock.ts'
import type { CellValue } from '../model/cell.ts'
import { filterSchema } from '../model/filter.ts'
import { optionSchema } from '../model/option.ts'
import type { ModelFailure } from '../model/modelFailure.ts'
import type { LifeCyclePhase } from '../model/classRules/lifeCycleRule.ts'
import { read, write } from './operation.ts'
import { playbookSchema } from '../model/playbook.ts'
import { ruleSchema, type Scheme } from '../model/scheme.ts'

const id = z.number().int().positive()

/** A scheme as it stands in an editor. */
const draftSchema = z.object({
  tableId: id,
  targetColumnId: id,
  scope: filterSchema.nullable(),
  rule: ruleSchema,
  fallbackOptionId: id.nullable(),
  /** The classes as they would be, where they are changed too. */
  options: z.array(optionSchema).min(1).exactOptional(),
})

/** Why a row has its class: the values read and the part of the rule that decided. */
export type Explanation = {
  schemeId: number
  optionId: number | null
  /** The tags it has, in their order; none of a scheme that gives classes. */
  optionIds: number[]
  /** The inputs, by column. */
  values: { columnId: number; value: CellValue }[]
  /** The metric the rule compared, when it compares one. */
  metric: number | null
  reason: ExplanationReason
  /** When the row came into this class (UTC), where the log knows. */
  since: string | null
  /**
   * What the rule says now, where the row keeps another class: until the next run, or until `after` runs agree that it goes
   * down, of which `against` did. Null where the row has what the rule says.
   */
  waiting: { ruledOptionId: number | null; against: number; after: number } | null
  /** The lock in force, and the class, or the tags, that the rule would give instead; null where the rule decides. */
  lock: (ClassLock & { ruledOptionId: number | null; ruledOptionIds: number[] }) | null
}

export type ExplanationReason =
  | { kind: 'band'; from: number | null; below: number | null }
  | { kind: 'decision'; /** 0-based row of the table that held. */ row: number }
  | { kind: 'percentile'; threshold: number; upper: boolean }
  | {
      kind: 'share'
      /** Share of the total held by rows ahead of this one, 0–1. */ before: number
      rank: number
      population: number
      below: number
      /** With the row's own, where the rule counts it. */ within?: number
    }
  | { kind: 'absolute'; from: number | null; population: number; minimumPopulation: number }
  | { kind: 'rfm'; scores: RfmScores; recency: number; frequency: number; monetary: number }
  | { kind: 'score'; score: number; /** What each line of the rule gave. */ points: number[]; from: number | null; below: number | null }
  | { kind: 'lifeCycle'; phase: LifeCyclePhase; orders: number; recency: number | null; cycle: number }
  | { kind: 'alive'; probability: number; from: number | null; below: number | null }
  /** `ranks`: the percentile rank of each number of the rule, 0–100. */
  | { kind: 'rankScore'; score: number; ranks: number[]; population: number; from: number | null; below: number | null }
  /** The rule needs a model of all rows, and there is none. */
  | { kind: 'notFitted'; failure: ModelFailure; /** Rows it could have been fitted to. */ population: number }
  /** Bought on one day only, of which the model says nothing. */
  | { kind: 'once' }
  /** Classes are set by hand, and nobody set this one. */
  | { kind: 'nobody' }
  /** Every tag that the rule gives the row, with the lines of the rule that hold (from 0), and since when it has it, where that is known. */
  | { kind: 'tags'; tags: { optionId: number; lines: number[]; since: string | null }[] }
  | { kind: 'outOfScope' }
  | { kind: 'nothing' }
  | { kind: 'fallback' }

/** Each from 1 to the number of bins. */
export type RfmScores = { r: number; f: number; m: number }

/** Rows in a class; `inScope` leaves out those that the scheme is not for. A row with several tags counts for each. */
export type ClassCount = { optionId: number | null; count: number; inScope: number }

/**
 * What saving a scheme would do: how many rows would go from which class to which; those that stay are left out. A row
 * counts for each of its tags; those that a row would gain come from null, those that it would lose go to null.
 */
export type SchemePreview = {
  /** Rows in scope, and how many each class would have; null counts 未分类. */
  rows: number
  counts: { optionId: number | null; count: number }[]
  moves: { fromOptionId: number | null; toOptionId: number | null; count: number }[]
  moved: number
  standing: SchemeStanding
}

/** What a rule that compares rows found to compare. */
export type SchemeStanding = {
  /** Rows that were ranked, or to which a model was fitted; null where the rule looks at each row alone. */
  population: number | null
  /** Why there is no model, and so no class by it. */
  failure: ModelFailure | null
  /** Too few rows for shares: fixed numbers decide for now. */
  usesAbsolute: boolean
  /** The day on which it last classed all rows; null for one that does so in real time. */
  lastRun: string | null
}

/** The rows that a scheme is for and could not class, and why. */
export type Unclassified = {
  inScope: number
  /** Without a class. */
  rows: number
  /** Of these, rows for which all inputs are filled in. */
  complete: number
  /** How many of them lack which input, most first; a row may lack several. */
  inputs: { columnId: number; count: number }[]
  /** The first of them, with the inputs that are empty. */
  list: { rowId: number; title: string; columnIds: number[] }[]
}

/** How what a rule measures is spread over the rows in scope. */
export type Distribution = {
  /** Rows with a number, and without. */
  count: number
  empty: number
  /** Ascending and without gaps; the last includes its end. */
  bins: { from: number; to: number; count: number }[]
  /** From the largest: share of the rows, and share of the sum they hold. Of positive numbers; empty when there are none. */
  curve: { rows: number; share: number }[]
  /** How few rows, from the largest, hold four fifths of the sum; null without a sum. */
  rowsForFourFifths: number | null
}

/** Customers as points: days since the last order, orders, money. A sample of the rows when there are many. */
export type RfmPoint = { recency: number; frequency: number; monetary: number; optionId: number | null }

/**
 * What brought a move about: a person by hand, an edit of what the rule reads, an import, a day that turned, the scheme
 * that was changed or run again, the ranking of all rows, or something taken back or done again.
 */
export const moveCauses = ['person', 'edit', 'import', 'day', 'scheme', 'ranks', 'undo'] as const
export type MoveCause = (typeof moveCauses)[number]

/** From class to class; null is 未分类. A tag that a row gained comes from null, one that it lost goes to null. */
export type ClassMove = {
  schemeId: number
  rowId: number
  title: string
  fromOptionId: number | null
  toOptionId: number | null
  at: string
  /** Null for moves of before causes were kept. */
  cause: MoveCause | null
  actorId: number | null
  /** Which state of the scheme decided; another number with each change of it. */
  revision: number | null
  /** What the rule read then, by column. Kept for up to 1,000 rows of one write. */
  values: { columnId: number; value: CellValue }[]
  /** What the person said. */
  lock: Pick<ClassLock, 'reason' | 'until'> | null
}

/** A day, ISO. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)
const rowIds = z.array(id).min(1).max(100_000)

/** Moves that came about together: in one change, or in the portions of a large one. */
export type MoveGroup = {
  at: string
  count: number
  /** How many went from which class to which, most first. */
  flows: { fromOptionId: number | null; toOptionId: number | null; count: number }[]
  /** The first of them. */
  moves: ClassMove[]
}

export const classOperations = {
  /** By every scheme of the table that works, or by one. */
  'classes.explain': read<Explanation[]>()(z.object({ tableId: id, rowId: id, schemeId: id.optional() })),
  'classes.unclassified': read<Unclassified>()(z.object({ schemeId: id, limit: z.number().int().min(1).max(1000).default(200) })),
  'classes.standing': read<SchemeStanding>()(z.object({ schemeId: id })),
  /** The latest moves of a scheme by what brought them about, newest first. */
  'classes.moveGroups': read<MoveGroup[]>()(
    z.object({ schemeId: id, limit: z.number().int().min(1).max(200).default(40), each: z.number().int().min(1).max(200).default(20) }),
  ),
  'classes.moves': read<ClassMove[]>()(z.object({ schemeId: id, limit: z.number().int().min(1).max(500).default(100) })),
  /** The latest moves of one row, in all schemes of its table. */
  'classes.movesOfRow': read<ClassMove[]>()(z.object({ tableId: id, rowId: id, limit: z.number().int().min(1).max(500).default(50) })),
  /**
   * Gives rows a class by hand (null: none), which they keep whatever the rule says, up to and with the day `until`;
   * null: until they are given back.
   */
  'classes.lock': write<{ locked: number }>()(
    z.object({
      schemeId: id,
      rowIds,
      optionId: id.nullable(),
      /** All the tags of the rows, where the scheme gives tags; `optionId` is null then. */
      optionIds: z.array(id).max(1000).exactOptional(),
      reason: z.string().trim().max(1000),
      until: day.nullable(),
    }),
  ),
  /** Gives rows back to the rule. */
  'classes.unlock': write<{ unlocked: number }>()(z.object({ schemeId: id, rowIds })),
  /** How many rows stand in each class, and how many of them the scheme is for; null counts 未分类. */
  'classes.counts': read<ClassCount[]>()(z.object({ schemeId: id })),
  /** From which day on classes are known; null while there are no rows. */
  'classes.since': read<{ day: string | null }>()(z.object({ schemeId: id })),
  /** What a scheme would do if it were saved; nothing is written. */
  'schemes.preview': read<SchemePreview>()(draftSchema),
  /** The rows behind one step of the preview, in the order in which they were made. */
  'schemes.previewRows': read<{ rowId: number; title: string }[]>()(
    draftSchema.extend({ fromOptionId: id.nullable(), toOptionId: id.nullable(), limit: z.number().int().min(1).max(1000).default(200) }),
  ),
  /** Where bands with about as many rows in each would begin, rounded; none where the numbers do not tell so many apart. */
  'schemes.evenBounds': read<number[]>()(z.object({ columnId: id, bands: z.number().int().min(2).max(20) })),
  'schemes.distribution': read<Distribution>()(draftSchema),
  'schemes.rfmPoints': read<RfmPoint[]>()(draftSchema.extend({ limit: z.number().int().min(1).max(5000).default(1000) })),
  'schemes.create': write<Scheme>()(
    z.object({
      tableId: id,
      code: z.string().min(1),
      name: z.string().min(1),
      /** The column that takes the classes, or the classes of one to be made for it, of the scheme's name. */
      targetColumnId: id.nullable(),
      newOptions: z.array(optionSchema).min(1).optional(),
      scope: filterSchema.nullable().default(null),
      rule: ruleSchema,
      fallbackOptionId: id.nullable(),
      playbook: playbookSchema.default([]),
      run: z.enum(classRuns).optional(),
      downgradeAfter: z.number().int().min(1).max(12).optional(),
    }),
  ),
  'schemes.update': write<Scheme>()(
    z.object({
      schemeId: id,
      name: z.string().min(1).optional(),
      scope: filterSchema.nullable().optional(),
      rule: ruleSchema.optional(),
      fallbackOptionId: id.nullable().optional(),
      /** The classes anew, in their order: the options of the target column. Rows of one that is gone are classed by the rule. */
      options: z.array(optionSchema).min(1).optional(),
      enabled: z.boolean().optional(),
      playbook: playbookSchema.optional(),
      run: z.enum(classRuns).optional(),
      downgradeAfter: z.number().int().min(1).max(12).optional(),
    }),
  ),
  /** Makes classes, lines and the columns they read of options that people added to what the scheme follows. */
  'schemes.coverOptions': write<Scheme>()(z.object({ schemeId: id })),
  'schemes.delete': write<{ schemeId: number }>()(z.object({ schemeId: id })),
  /** Classes every row of the base anew, or of one scheme. */
  'schemes.run': write<{ moved: number }>()(z.object({ schemeId: id.nullable() })),
}
