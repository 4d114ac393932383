import { z } from 'zod'
import type { ReadContext } from '../context.ts'
import { readSetting } from '../store/settings.ts'
import { idList, sql, tableRef } from '../store/sql.ts'

/** Where the base remembers which of its rows and members are samples. */
export const sampleSetting = 'sample'

const sampleRecordSchema = z.object({
  members: z.array(z.number()),
  tables: z.array(z.object({ tableId: z.number(), rowIds: z.array(z.number()) })),
})
export type SampleRecord = z.infer<typeof sampleRecordSchema>

/** The sample as it was written; of a base without one, nothing. */
export function sampleRecord({ db }: Pick<ReadContext, 'db'>): SampleRecord {
  return readSetting(db, sampleSetting, sampleRecordSchema) ?? { members: [], tables: [] }
}

/** The sample rows that are in the base now, by table; undo and the trash may have taken or brought some. */
export function presentSample(context: Pick<ReadContext, 'db' | 'schema'>): SampleRecord {
  const record = sampleRecord(context)
  const tables = record.tables
    .filter(({ tableId }) => context.schema.tables.has(tableId))
    .map(({ tableId, rowIds }) => ({
      tableId,
      rowIds: context.db.ids(sql`select id from ${tableRef(tableId)} where id in ${idList(rowIds)} order by id`),
    }))
    .filter(({ rowIds }) => rowIds.length > 0)
  return { members: record.members.filter((id) => context.schema.members.has(id)), tables }
}

export function hasSample(context: Pick<ReadContext, 'db' | 'schema'>): boolean {
  return presentSample(context).tables.length > 0
}
