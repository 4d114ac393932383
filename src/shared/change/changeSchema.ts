import { z } from 'zod'
import { cellValueSchema } from '../model/cell.ts'
import { classLockSchema } from '../model/classLock.ts'
import { columnSchema } from '../model/column.ts'
import { keptClassSchema } from '../model/keptClass.ts'
import { memberSchema } from '../model/member.ts'
import { schemeSchema } from '../model/scheme.ts'
import { tableSchema } from '../model/table.ts'
import { viewSchema } from '../model/view.ts'
import type { Change, KeptRows, LockedRows, SchemaChange } from './change.ts'

const ids = z.array(z.number().int())
const cells = z.array(cellValueSchema)
const members = z.array(z.number().int().nullable())
const stamp = z.object({ at: z.array(z.string()), by: members })
const rows = z.object({
  tableId: z.number(),
  ids,
  uids: z.array(z.string()),
  columns: z.array(z.object({ columnId: z.number(), values: cells })),
  stamps: z.object({ createdAt: z.array(z.string()), createdBy: members, updatedAt: z.array(z.string()), updatedBy: members }).exactOptional(),
})
const places = z.array(z.number().nullable())
const pairs = z.object({ linkId: z.number(), a: ids, b: ids, places: z.object({ a: places, b: places }).exactOptional() })
const reordered = z.object({ linkId: z.number(), side: z.enum(['a', 'b']), a: ids, b: ids, from: places, to: places })

const locks = z.array(classLockSchema.nullable())

/** Rows that were locked in a class, or given back to the rule, as the log holds them. */
export const lockedRowsSchema: z.ZodType<LockedRows> = z.object({ tableId: z.number(), schemeId: z.number(), ids, from: locks, to: locks })

const kept = z.array(keptClassSchema.nullable())

/** Rows that keep another class than before, as the log holds them. */
export const keptRowsSchema: z.ZodType<KeptRows> = z.object({ tableId: z.number(), schemeId: z.number(), ids, from: kept, to: kept })

/** A described thing before and after. */
function thing<Kind extends string, Thing extends z.ZodType>(kind: Kind, body: Thing) {
  return z.object({ kind: z.literal(kind), id: z.number(), from: body.nullable(), to: body.nullable() })
}

/** What came, changed or went of the described things, as the log holds it. */
export const schemaChangesSchema: z.ZodType<SchemaChange[]> = z.array(
  z.discriminatedUnion('kind', [
    thing('table', tableSchema),
    thing('column', columnSchema).extend({ keptAs: z.number().exactOptional() }),
    thing('view', viewSchema),
    thing('scheme', schemeSchema),
    thing('member', memberSchema),
  ]),
)

const updated = z.array(z.object({ tableId: z.number(), columnId: z.number(), ids, from: cells, to: cells }))

/** Of a change as the log holds it, which rows came and which cells changed. */
export const changedCellsSchema = z.object({ added: z.array(z.object({ tableId: z.number(), ids })), updated })

/** A change as the log holds it. */
export const changeSchema: z.ZodType<Change> = z.object({
  schema: schemaChangesSchema,
  added: z.array(rows),
  updated,
  restamped: z.array(z.object({ tableId: z.number(), ids, from: stamp, to: stamp })),
  removed: z.array(rows),
  linked: z.array(pairs),
  unlinked: z.array(pairs),
  /** Absent before links could be put in order. */
  reordered: z.array(reordered).default([]),
  /** Absent before classes could be locked. */
  locked: z.array(lockedRowsSchema).default([]),
  /** Absent before classes were kept between runs. */
  kept: z.array(keptRowsSchema).default([]),
})
