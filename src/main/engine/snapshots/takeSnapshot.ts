import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Snapshot } from '#shared/contract/snapshots.ts'
import { addDays } from '#shared/lib/days.ts'
import { goOn, type ReadContext } from '../store/context.ts'
import { cleanCopy } from '../store/openStore.ts'
import { meta } from '../store/sql.ts'
import { fileNameOf, folderFailure, inFolder, preparedFolder, readFileName, settingsOf, snapshotsIn } from './snapshotFiles.ts'

/**
 * Copies the base page by page, from one state of it, while others read and write. It appears under its name only
 * when it is whole.
 */
export async function takeSnapshot(context: ReadContext, name: string, isDaily: boolean): Promise<Snapshot> {
  const folder = preparedFolder(context)
  const file = freeName(folder, fileNameOf(context.now, name, isDaily))
  const unfinished = join(folder, `.${file}.new`)
  try {
    // The first read fixes the state of the base that is copied, where the caller reads from one.
    context.db.get(meta.selectFrom('kebu_meta').select('key').limit(1))
    await context.copyTo(unfinished, (done, total) => {
      goOn(context)
      context.progress('writing', done, total)
    })
    cleanCopy(unfinished)
    const path = join(folder, file)
    renameSync(unfinished, path)
    return { file, at: '', name: '', isDaily, ...readFileName(file), bytes: statSync(path).size }
  } catch (error) {
    throw folderFailure(folder, error)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + rest, { force: true })
  }
}

/** The daily one, if it is wanted and today has none yet; afterwards those that are too old go. */
export async function takeDaily(context: ReadContext): Promise<{ taken: Snapshot | null; removed: number }> {
  const { daily, keepDays } = settingsOf(context)
  if (!daily) return { taken: null, removed: 0 }
  const folder = preparedFolder(context)
  const known = snapshotsIn(folder).filter((snapshot) => snapshot.isDaily)
  if (known.some((snapshot) => snapshot.at.startsWith(context.today))) return { taken: null, removed: 0 }
  const taken = await takeSnapshot(context, '', true)
  const oldest = addDays(context.today, -keepDays)
  const old = known.filter((snapshot) => snapshot.at.slice(0, 10) <= oldest)
  for (const { file } of old) inFolder(folder, () => rmSync(join(folder, file), { force: true }))
  return { taken, removed: old.length }
}

function freeName(folder: string, file: string): string {
  let free = file
  for (let copy = 2; existsSync(join(folder, free)); copy += 1) free = file.replace(/\.kebu$/u, `~${copy}.kebu`)
  return free
}
