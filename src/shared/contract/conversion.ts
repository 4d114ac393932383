import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import { columnSchema, type Column } from '../model/column.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

/** What a column is to become. */
const conversionSchema = z.object({
  columnId: id,
  to: z.object({
    type: z.enum(columnSchema.options.map((option) => option.shape.type.value)),
    /** What is not given is taken over from the column where it fits, else as in a new column. */
    settings: z.record(z.string(), z.unknown()).default({}),
  }),
  /** Of a select: whether names that are no option yet become options. */
  makeOptions: z.boolean().default(true),
  /** Of a link: where the names in the cells are looked for. */
  link: z
    .object({
      otherTableId: id,
      /** The column whose cells the names are compared with; null for the one that names a row. */
      matchColumnId: id.nullable().default(null),
      multiple: z.boolean().default(true),
      otherName: z.string().trim().min(1).max(10_000),
      otherMultiple: z.boolean().default(true),
      /** Whether a row is made for a name that none has. */
      createMissing: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** The language of the words 是 and 否, and of the separators in texts. */
  lang: langSchema.default('zh-CN'),
})

/** A cell that does not stay as it is. */
export type ConvertedExample = { rowId: number; title: string; before: string; after: string }

/** A cell that cannot be turned; `ambiguous` names several rows, `unknown` none. */
export type LostCell = { rowId: number; title: string; before: string; reason: 'unreadable' | 'ambiguous' | 'unknown' }

/** What refers to the column, and what becomes of it. */
export type ColumnReference = {
  kind: 'view' | 'colors' | 'column' | 'scheme' | 'otherSide' | 'role' | 'unique'
  name: string
  /** `filterCut`, `rulesCut`: conditions, rules of colour that no longer fit are left out; `recomputed`: read anew; `emptied`: nothing left to read; `stopped`: switched off. */
  effect: 'kept' | 'filterCut' | 'rulesCut' | 'recomputed' | 'emptied' | 'stopped' | 'removed'
}

export type ConversionPreview = {
  rows: number
  empty: number
  same: number
  changed: number
  lost: number
  /** The first two hundred. */
  firstChanged: ConvertedExample[]
  firstLost: LostCell[]
  newOptions: string[]
  /** Rows of the other table that would be made, by name: the first two hundred, and how many. */
  newRows: { first: string[]; count: number }
  references: ColumnReference[]
}

export type ConversionResult = { column: Column; same: number; changed: number; lost: number; newRows: number }

export const conversionOperations = {
  /** What `columns.convert` would do; nothing is written. */
  'columns.previewConversion': read<ConversionPreview>()(conversionSchema),
  /** Gives a column another type and turns its cells; what cannot be turned becomes empty, or stops the whole. */
  'columns.convert': write<ConversionResult>()(conversionSchema.extend({ onLoss: z.enum(['empty', 'stop']).default('stop') })),
}
