import { z } from 'zod'
import type { Column } from '../model/column.ts'
import { autoNumberSettingsSchema, columnSchema, linkPickSchema } from '../model/column.ts'
import { presetSchema, validationSchema } from '../model/columnRules.ts'
import { memberSchema } from '../model/member.ts'
import type { Member } from '../model/member.ts'
import type { Table } from '../model/table.ts'
import type { View } from '../model/view.ts'
import { viewLayoutSchema } from '../model/viewLayout.ts'
import { viewSettingsSchema } from '../model/view.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()
const name = z.string().trim().min(1).max(10_000)

/** Seen by whoever is at the keyboard, and by nobody else. */
const personal = z.boolean().default(false)

export type NumberPreview = {
  rows: number
  /** Of the first rows if all are numbered anew, else empty. */
  first: string[]
  /** Of the next three new rows. */
  next: string[]
}

/** A column to be made: its type and settings, and what may be left to the engine. */
export const newColumnSchema = z.object({
  tableId: id,
  name,
  type: z.enum(columnSchema.options.map((option) => option.shape.type.value)),
  settings: z.record(z.string(), z.unknown()),
  role: z.string().nullable().default(null),
  description: z.string().default(''),
  required: z.boolean().default(false),
  defaultValue: presetSchema.nullable().optional(),
  validation: validationSchema.nullable().optional(),
  /** Before which column of the table; null at the end. */
  beforeColumnId: id.nullable().default(null),
})

export const tableOperations = {
  'tables.create': write<Table>()(z.object({ name, role: z.string().nullable().default(null) })),
  'tables.rename': write<Table>()(z.object({ tableId: id, name })),
  'tables.setPrimary': write<Table>()(z.object({ tableId: id, columnId: id })),
  'tables.delete': write<{ tableId: number }>()(z.object({ tableId: id })),
  'columns.create': write<Column>()(newColumnSchema),
  /** A two-way link: makes a column in both tables. */
  'columns.createLink': write<{ column: Column; inverse: Column }>()(
    z.object({
      tableId: id,
      name,
      role: z.string().nullable().default(null),
      multiple: z.boolean(),
      pick: linkPickSchema.exactOptional(),
      createInPicker: z.boolean().exactOptional(),
      otherTableId: id,
      otherName: name,
      otherRole: z.string().nullable().default(null),
      otherMultiple: z.boolean(),
    }),
  ),
  'columns.update': write<Column>()(
    z.object({
      columnId: id,
      name: name.optional(),
      description: z.string().optional(),
      required: z.boolean().optional(),
      defaultValue: presetSchema.nullable().optional(),
      validation: validationSchema.nullable().optional(),
      settings: z.record(z.string(), z.unknown()).optional(),
      beforeColumnId: id.nullable().optional(),
      /** Of an automatic number: gives every row a new one, in the order they were made. */
      renumber: z.boolean().optional(),
    }),
  ),
  /** What the next rows would be numbered if an automatic number were set so, and how many rows there are. */
  'columns.previewNumbers': read<NumberPreview>()(z.object({ columnId: id, settings: autoNumberSettingsSchema, renumber: z.boolean() })),
  'columns.delete': write<{ columnId: number }>()(z.object({ columnId: id })),
  'views.create': write<View>()(z.object({ tableId: id, name, role: z.string().nullable().default(null), settings: viewSettingsSchema, personal })),
  'views.update': write<View>()(
    z.object({ viewId: id, name: name.optional(), description: z.string().max(10_000).optional(), settings: viewSettingsSchema.optional() }),
  ),
  /** A copy of the view as it stands, unlocked; for everybody, or for whoever is at the keyboard. With `layout` it shows its rows another way. */
  'views.duplicate': write<View>()(z.object({ viewId: id, name, personal, layout: viewLayoutSchema.exactOptional() })),
  /** Whether its arrangement stands as it is. */
  'views.setLocked': write<View>()(z.object({ viewId: id, locked: z.boolean() })),
  /** Before which view of the table it stands; null at the end. */
  'views.move': write<View>()(z.object({ viewId: id, beforeViewId: id.nullable() })),
  'views.delete': write<{ viewId: number }>()(z.object({ viewId: id })),
  'members.create': write<Member>()(z.object({ name, color: z.string().default('blue') })),
  'members.update': write<Member>()(memberSchema.omit({ uid: true })),
}
