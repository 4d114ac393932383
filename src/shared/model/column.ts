import { z } from 'zod'
import { restarts } from '../lib/autoNumber.ts'
import { buttonSettingsSchema } from './button.ts'
import { presetSchema, validationSchema } from './columnRules.ts'
import { filterSchema } from './filter.ts'
import { optionSchema } from './option.ts'

const id = z.number().int().positive()
const none = z.object({})

export const numberSettingsSchema = z.object({
  format: z.enum(['plain', 'percent', 'currency']),
  decimals: z.number().int().min(0).max(10),
  thousands: z.boolean(),
  /** Of a currency, for example ￥ or CNY. */
  symbol: z.string(),
  /** Where the symbol stands; before the amount where nothing is said. */
  symbolPosition: z.enum(['before', 'after']).exactOptional(),
  /** Large numbers shortly, `1.2亿`, with the column's decimals; what the cell holds stays whole. */
  shorten: z.boolean().exactOptional(),
})
export type NumberSettings = z.infer<typeof numberSettingsSchema>

/** 2024-01-05, 2024/1/5, with the Chinese words for year, month and day, the same without its year, 05.01.2024, 1/5/2024. */
export const dateFormats = ['iso', 'slashes', 'chinese', 'chineseShort', 'dots', 'monthFirst'] as const
export type DateFormat = (typeof dateFormats)[number]
/** How a day is shown; ISO where nothing is said. */
export const dateSettingsSchema = z.object({ format: z.enum(dateFormats).exactOptional() })

/** What a time span shows; it is stored in seconds either way. */
export const durationSettingsSchema = z.object({ format: z.enum(['h:mm', 'h:mm:ss']) })
export type DurationSettings = z.infer<typeof durationSettingsSchema>

export const ratingIcons = ['star', 'heart', 'flag', 'bolt'] as const
export type RatingIcon = (typeof ratingIcons)[number]
export const ratingSettingsSchema = z.object({ max: z.number().int().min(1).max(10), icon: z.enum(ratingIcons) })
export type RatingSettings = z.infer<typeof ratingSettingsSchema>

export const selectSettingsSchema = z.object({ options: z.array(optionSchema) })

/** Which options a row is offered depends on what another single select of it says. */
export const cascadeSchema = z.object({
  parentColumnId: id,
  /** By the id of the parent's option, the options offered; one not named offers none. */
  offered: z.record(z.string(), z.array(id)),
})
export type Cascade = z.infer<typeof cascadeSchema>

export const singleSelectSettingsSchema = selectSettingsSchema.extend({
  /** Absent or null: every option is offered. */ cascade: cascadeSchema.nullable().exactOptional(),
})

export const autoNumberSettingsSchema = z.object({
  /** Literal text with `{yyyy}`, `{yy}`, `{MM}`, `{dd}` or several of them, `{yyyyMMdd}`, and one run of zeros, `{0001}`. */
  pattern: z.string(),
  /** The first number of each count; 1 where nothing is said. */
  start: z.number().int().min(0).max(999_999_999_999).exactOptional(),
  /** When the count begins anew; as often as the dates in the pattern allow where nothing is said. */
  restart: z.enum(restarts).exactOptional(),
})
export type AutoNumberSettings = z.infer<typeof autoNumberSettingsSchema>

/** Which rows of the other table a link offers to be chosen. What is linked already stays, whatever is offered. */
export const linkPickSchema = z.object({
  /** Those its view lets through; a view that is gone says nothing. */
  viewId: id.nullable(),
  filter: filterSchema.nullable(),
  /** Those that have in a column what the row has in one of its own; where the row's own is empty, nothing is asked. */
  match: z.array(z.object({ otherColumnId: id, ownColumnId: id })).max(20),
})
export type LinkPick = z.infer<typeof linkPickSchema>

export const linkSettingsSchema = z.object({
  /** Names the junction table; both sides of a link share it. */
  linkId: id,
  side: z.enum(['a', 'b']),
  otherTableId: id,
  otherColumnId: id,
  /** Whether a row of this table may be linked to several rows. */
  multiple: z.boolean(),
  /** Absent or null: every row is offered. */
  pick: linkPickSchema.nullable().exactOptional(),
  /** Whether a row can be made where one is chosen; absent: it can. */
  createInPicker: z.boolean().exactOptional(),
})
export type LinkSettings = z.infer<typeof linkSettingsSchema>

/** How the shown value of a lookup or rollup is typed; derived from its target when it is saved. */
export const resultTypeSchema = z.enum(['text', 'number', 'date', 'dateTime', 'singleSelect', 'member', 'checkbox'])
export type ResultType = z.infer<typeof resultTypeSchema>

/**
 * `countUnique` counts different values, of times different days. `medianGap` is the median of the days between one day and
 * the next, each day counted once; empty for fewer than two days. `growingGaps` tells how many times in a row, up to the last
 * of these gaps, one was longer than the gap before it. `collect` holds each option once. `unspent` is what is left of what was
 * given and used: a positive number lapses after the day in the order column, a negative one uses on its day what lapses first.
 */
export const rollupFunctionSchema = z.enum([
  'count',
  'countUnique',
  'sum',
  'average',
  'min',
  'max',
  'medianGap',
  'growingGaps',
  'latest',
  'collect',
  'unspent',
])
export type RollupFunction = z.infer<typeof rollupFunctionSchema>

/** Functions that say 0 where no row is linked, and not nothing. */
export const countingFunctions: ReadonlySet<RollupFunction> = new Set<RollupFunction>(['count', 'countUnique', 'growingGaps'])

/** Functions over days. */
export const gapFunctions: ReadonlySet<RollupFunction> = new Set<RollupFunction>(['medianGap', 'growingGaps'])

/** Functions that read a second column of the linked rows. */
export const orderedFunctions: ReadonlySet<RollupFunction> = new Set<RollupFunction>(['latest', 'unspent'])

/** The target's values of all linked rows, joined. */
export const lookupSettingsSchema = z.object({ linkColumnId: id, targetColumnId: id })

export const rollupSettingsSchema = z.object({
  linkColumnId: id,
  /** Not needed by `count`. */
  targetColumnId: id.nullable(),
  function: rollupFunctionSchema,
  /** For `latest`: the linked row with the greatest value here is the one read. For `unspent`: the day of each row. */
  orderColumnId: id.nullable(),
  /** Only linked rows that pass are counted; its columns are the linked table's. */
  filter: filterSchema.nullable(),
})
export type RollupSettings = z.infer<typeof rollupSettingsSchema>

export const formulaSettingsSchema = z.object({
  /** As it is kept: columns by their ids, `{#12}` or over links `{#12.#34}`, so that renaming one changes nothing here. */
  source: z.string().max(20_000),
  /** The type of its values; derived when the formula, or what it reads, is saved. */
  result: z.enum(['number', 'text', 'date', 'dateTime', 'boolean']),
  /** How its numbers are shown. */
  format: numberSettingsSchema,
})

const common = {
  id,
  uid: z.string(),
  tableId: id,
  name: z.string().min(1).max(10_000),
  /** A stable code that says what the column is, such as `customer.owner`. */
  role: z.string().nullable(),
  position: z.number(),
  description: z.string(),
  /** Its cells are never emptied; a row begun by hand may wait for it. */
  required: z.boolean(),
  /** What new rows get that say nothing of the column. */
  defaultValue: presetSchema.nullable().exactOptional(),
  /** What its values have to be, beside being of its type. */
  validation: validationSchema.nullable().exactOptional(),
}

export const columnSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), settings: none }),
  z.object({ ...common, type: z.literal('longText'), settings: none }),
  z.object({ ...common, type: z.literal('number'), settings: numberSettingsSchema }),
  z.object({ ...common, type: z.literal('checkbox'), settings: none }),
  z.object({ ...common, type: z.literal('date'), settings: dateSettingsSchema }),
  z.object({ ...common, type: z.literal('dateTime'), settings: dateSettingsSchema }),
  z.object({ ...common, type: z.literal('singleSelect'), settings: singleSelectSettingsSchema }),
  z.object({ ...common, type: z.literal('multipleSelect'), settings: selectSettingsSchema }),
  z.object({ ...common, type: z.literal('member'), settings: none }),
  z.object({ ...common, type: z.literal('members'), settings: none }),
  z.object({ ...common, type: z.literal('phone'), settings: none }),
  z.object({ ...common, type: z.literal('email'), settings: none }),
  z.object({ ...common, type: z.literal('address'), settings: none }),
  z.object({ ...common, type: z.literal('geolocation'), settings: none }),
  z.object({ ...common, type: z.literal('url'), settings: none }),
  z.object({ ...common, type: z.literal('duration'), settings: durationSettingsSchema }),
  z.object({ ...common, type: z.literal('rating'), settings: ratingSettingsSchema }),
  z.object({ ...common, type: z.literal('progress'), settings: none }),
  z.object({ ...common, type: z.literal('image'), settings: none }),
  z.object({ ...common, type: z.literal('file'), settings: none }),
  z.object({ ...common, type: z.literal('signature'), settings: none }),
  z.object({ ...common, type: z.literal('autoNumber'), settings: autoNumberSettingsSchema }),
  z.object({ ...common, type: z.literal('createdTime'), settings: none }),
  z.object({ ...common, type: z.literal('modifiedTime'), settings: none }),
  z.object({ ...common, type: z.literal('createdBy'), settings: none }),
  z.object({ ...common, type: z.literal('modifiedBy'), settings: none }),
  z.object({ ...common, type: z.literal('link'), settings: linkSettingsSchema }),
  z.object({ ...common, type: z.literal('lookup'), settings: lookupSettingsSchema }),
  z.object({ ...common, type: z.literal('rollup'), settings: rollupSettingsSchema }),
  z.object({ ...common, type: z.literal('formula'), settings: formulaSettingsSchema }),
  z.object({ ...common, type: z.literal('button'), settings: buttonSettingsSchema }),
])
export type Column = z.infer<typeof columnSchema>
export type ColumnType = Column['type']
export type ColumnOf<Type extends ColumnType> = Extract<Column, { type: Type }>

/** Columns nobody types into: the engine fills them, or, of a button, nobody does. A class column is a select that a scheme fills. */
export const computedColumnTypes: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'autoNumber',
  'createdTime',
  'modifiedTime',
  'createdBy',
  'modifiedBy',
  'lookup',
  'rollup',
  'formula',
  'button',
])

/** Whether cells of the type hold anything: what can be sorted, grouped, counted, searched, exported and read by other columns. */
export const holdsValues = (type: ColumnType): boolean => type !== 'button'
