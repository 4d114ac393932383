import { z } from 'zod'
import { filterSchema } from './filter.ts'
import { optionSchema } from './option.ts'

const id = z.number().int().positive()
const none = z.object({})

export const numberSettingsSchema = z.object({
  format: z.enum(['plain', 'percent', 'currency']),
  decimals: z.number().int().min(0).max(10),
  thousands: z.boolean(),
  /** Shown before a currency, for example ￥. */
  symbol: z.string(),
})
export type NumberSettings = z.infer<typeof numberSettingsSchema>

export const selectSettingsSchema = z.object({ options: z.array(optionSchema) })

export const autoNumberSettingsSchema = z.object({
  /** Literal text with `{yyyy}`, `{yyyyMM}`, `{yyyyMMdd}` and one run of zeros, `{0001}`. */
  pattern: z.string(),
})

export const linkSettingsSchema = z.object({
  /** Names the junction table; both sides of a link share it. */
  linkId: id,
  side: z.enum(['a', 'b']),
  otherTableId: id,
  otherColumnId: id,
  /** Whether a row of this table may be linked to several rows. */
  multiple: z.boolean(),
})
export type LinkSettings = z.infer<typeof linkSettingsSchema>

/** How the shown value of a lookup or rollup is typed; derived from its target when it is saved. */
export const resultTypeSchema = z.enum(['text', 'number', 'date', 'dateTime', 'singleSelect', 'member', 'checkbox'])
export type ResultType = z.infer<typeof resultTypeSchema>

export const rollupFunctionSchema = z.enum(['count', 'sum', 'average', 'min', 'max', 'latest'])
export type RollupFunction = z.infer<typeof rollupFunctionSchema>

/** The target's values of all linked rows, joined. */
export const lookupSettingsSchema = z.object({ linkColumnId: id, targetColumnId: id })

export const rollupSettingsSchema = z.object({
  linkColumnId: id,
  /** Not needed by `count`. */
  targetColumnId: id.nullable(),
  function: rollupFunctionSchema,
  /** For `latest`: the linked row with the greatest value here is the one read. */
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
  /** A row cannot be saved by the window without it. */
  required: z.boolean(),
}

export const columnSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), settings: none }),
  z.object({ ...common, type: z.literal('longText'), settings: none }),
  z.object({ ...common, type: z.literal('number'), settings: numberSettingsSchema }),
  z.object({ ...common, type: z.literal('checkbox'), settings: none }),
  z.object({ ...common, type: z.literal('date'), settings: none }),
  z.object({ ...common, type: z.literal('dateTime'), settings: none }),
  z.object({ ...common, type: z.literal('singleSelect'), settings: selectSettingsSchema }),
  z.object({ ...common, type: z.literal('multipleSelect'), settings: selectSettingsSchema }),
  z.object({ ...common, type: z.literal('member'), settings: none }),
  z.object({ ...common, type: z.literal('phone'), settings: none }),
  z.object({ ...common, type: z.literal('email'), settings: none }),
  z.object({ ...common, type: z.literal('address'), settings: none }),
  z.object({ ...common, type: z.literal('autoNumber'), settings: autoNumberSettingsSchema }),
  z.object({ ...common, type: z.literal('createdTime'), settings: none }),
  z.object({ ...common, type: z.literal('modifiedTime'), settings: none }),
  z.object({ ...common, type: z.literal('createdBy'), settings: none }),
  z.object({ ...common, type: z.literal('modifiedBy'), settings: none }),
  z.object({ ...common, type: z.literal('link'), settings: linkSettingsSchema }),
  z.object({ ...common, type: z.literal('lookup'), settings: lookupSettingsSchema }),
  z.object({ ...common, type: z.literal('rollup'), settings: rollupSettingsSchema }),
  z.object({ ...common, type: z.literal('formula'), settings: formulaSettingsSchema }),
])
export type Column = z.infer<typeof columnSchema>
export type ColumnType = Column['type']
export type ColumnOf<Type extends ColumnType> = Extract<Column, { type: Type }>

/** Columns the engine fills; nobody types into them. A class column is a select that a scheme fills. */
export const computedColumnTypes: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'autoNumber',
  'createdTime',
  'modifiedTime',
  'createdBy',
  'modifiedBy',
  'lookup',
  'rollup',
  'formula',
])
