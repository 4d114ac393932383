import { z } from 'zod'
import type { Column } from '../model/column.ts'
import type { Member } from '../model/member.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Table } from '../model/table.ts'
import type { View } from '../model/view.ts'
import { langSchema } from '../i18n/lang.ts'
import { read, write } from './operation.ts'

/** The operations that undo and redo would take up, with the name a step has of its own: a button's. */
export type HistoryState = { undo: string | null; redo: string | null; undoLabel?: string; redoLabel?: string }

/** Everything the window needs to know of an open base, without its rows. */
export type BaseDescription = {
  /** Absolute path of the file. */
  path: string
  name: string
  readOnly: boolean
  tables: Table[]
  columns: Column[]
  views: View[]
  schemes: Scheme[]
  members: Member[]
  /** Who is at the keyboard, as last said by `base.setActor`. */
  actorId: number | null
  /** Rows by table id. */
  rowCounts: Record<number, number>
  history: HistoryState
  /** Whether the sample data is still in the base. */
  hasSampleData: boolean
}

/**
 * Something that uses a thing of the base: it stops, changes or goes when that goes. `column` computes from it, `link`
 * offers rows by it, `button` needs it, the options of `cascade` follow it, `default` gives it to new rows, `colors` are rules of a view,
 * `view` is anything else in one, and by `title` the rows are called.
 */
export type Dependent = {
  kind: 'column' | 'link' | 'button' | 'cascade' | 'default' | 'otherSide' | 'scheme' | 'view' | 'colors' | 'title'
  id: number
  name: string
  tableName: string
}

export const baseOperations = {
  /** What depends on a column, a table, a view, or an option of a column; to be said before it is deleted. */
  'base.dependents': read<Dependent[]>()(
    z.object({
      kind: z.enum(['column', 'table', 'view', 'option']),
      id: z.number().int().positive(),
      optionId: z.number().int().positive().nullable().default(null),
    }),
  ),
  'base.describe': read<BaseDescription>()(z.object({})),
  /** Fills an empty base from the customer-book template. */
  'base.applyTemplate': write<{ tables: number }>()(z.object({ template: z.literal('customerBook'), lang: langSchema, sample: z.boolean() })),
  /** Removes the sample rows, as one undoable change. */
  'base.clearSample': write<{ removed: number }>()(z.object({})),
  /** Who is at the keyboard: author of changes, and "me" in filters. */
  'base.setActor': write<{ memberId: number | null }>()(z.object({ memberId: z.number().int().nullable() })),
  /** Makes every derived cell and the search index anew from what was typed; changes nothing in a healthy base. */
  'base.recompute': write<{ changedColumns: number }>()(z.object({})),
  /** Brings everything that depends on today up to date; safe to call again on the same day. */
  'base.turnDay': write<{ refreshedColumns: number }>()(z.object({})),
}
