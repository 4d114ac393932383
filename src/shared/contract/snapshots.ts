import { z } from 'zod'
import { read, write } from './operation.ts'

/** A copy of the whole base as it was at a moment, a base file of its own. */
export type Snapshot = {
  /** Its name in the folder; operations ask for it by this. */
  file: string
  /** Local wall time, `2026-11-26T12:05:33`. */
  at: string
  /** As the owner called it; empty for those made by schedule. */
  name: string
  isDaily: boolean
  bytes: number
}

export const snapshotSettingsSchema = z.object({
  /** Whether one is taken when a day's work begins. */
  daily: z.boolean(),
  /** How many days the daily ones are kept. */
  keepDays: z.number().int().min(1).max(3650),
  /** Where they stand; null beside the base. */
  folder: z.string().nullable(),
})
export type SnapshotSettings = z.infer<typeof snapshotSettingsSchema>

export type Snapshots = { folder: string; settings: SnapshotSettings; items: Snapshot[] }

const file = z.string().min(1).max(255)

export const snapshotOperations = {
  /** Newest first; those that cannot be read as ours are left out. */
  'snapshots.list': read<Snapshots>()(z.object({})),
  /** Copies the base as it is now, while work goes on. */
  'snapshots.take': read<Snapshot>()(z.object({ name: z.string().trim().max(80) })),
  /** The daily one, if it is wanted and there is none of today; old daily ones go. */
  'snapshots.daily': read<{ taken: Snapshot | null; removed: number }>()(z.object({})),
  'snapshots.remove': read<{ snapshot: string }>()(z.object({ snapshot: file })),
  /** Where a snapshot lies, to look at it. */
  'snapshots.locate': read<{ path: string }>()(z.object({ snapshot: file })),
  /** Copies a snapshot to a new base beside the current one, which stays as it is. */
  'snapshots.restore': read<{ path: string }>()(z.object({ snapshot: file })),
  /** A folder of the owner's choice is named as `path`. */
  'snapshots.saveSettings': write<SnapshotSettings>()(
    z.object({
      daily: z.boolean().optional(),
      keepDays: snapshotSettingsSchema.shape.keepDays.optional(),
      path: z.string().nullable().optional(),
    }),
  ),
}
