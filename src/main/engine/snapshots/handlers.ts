import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Handlers } from '../handlers.ts'
import { writeSetting } from '../store/settings.ts'
import { baseName, folderOf, inFolder, pathOf, readFileName, settingsKey, settingsOf, snapshotsIn } from './snapshotFiles.ts'
import { takeDaily, takeSnapshot } from './takeSnapshot.ts'

export const snapshotHandlers: Handlers<
  'snapshots.list' | 'snapshots.take' | 'snapshots.daily' | 'snapshots.remove' | 'snapshots.locate' | 'snapshots.restore' | 'snapshots.saveSettings'
> = {
  'snapshots.list': (context) => ({ folder: folderOf(context), settings: settingsOf(context), items: snapshotsIn(folderOf(context)) }),
  'snapshots.take': (context, { name }) => takeSnapshot(context, name, false),
  'snapshots.daily': takeDaily,
  'snapshots.remove': (context, { snapshot }) => {
    const path = pathOf(context, snapshot)
    inFolder(folderOf(context), () => rmSync(path))
    return { snapshot }
  },
  'snapshots.locate': (context, { snapshot }) => ({ path: pathOf(context, snapshot) }),
  'snapshots.restore': (context, { snapshot }) => ({
    path: copyBeside(context.path, pathOf(context, snapshot), readFileName(snapshot)?.at ?? ''),
  }),
  'snapshots.saveSettings': (context, { daily, keepDays, path }) => {
    const known = settingsOf(context)
    const settings = { daily: daily ?? known.daily, keepDays: keepDays ?? known.keepDays, folder: path === undefined ? known.folder : path }
    writeSetting(context.db, settingsKey, settings)
    return settings
  },
}

/** `客户 2026-11-26 1205.kebu` beside the base; never over a file that is there. */
function copyBeside(basePath: string, snapshotPath: string, at: string): string {
  const folder = dirname(basePath)
  const name = `${baseName(basePath)} ${at.slice(0, 10)} ${at.slice(11, 16).replace(':', '')}`
  let path = join(folder, `${name}.kebu`)
  for (let copy = 2; existsSync(path); copy += 1) path = join(folder, `${name} (${copy}).kebu`)
  const unfinished = `${path}.new`
  return inFolder(folder, () => {
    try {
      copyFileSync(snapshotPath, unfinished)
      renameSync(unfinished, path)
      return path
    } finally {
      rmSync(unfinished, { force: true })
    }
  })
}
